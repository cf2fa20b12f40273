import { collections } from '../../parameters/collections';
import { recordList } from '../../parameters/record/recordListField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { account } from '../../records/account';
import type { Merging } from '../merging';
import type { Operation } from '../operation';
import { isDryRunOf } from './merge/dryRun';

const survivor = { ...accountId, displayName: 'Merge Into', description: 'The account to keep' };

const merged = recordList({
	noun: 'Accounts to Merge',
	name: 'mergeAccountIds',
	loadOptionsMethod: 'getAccounts',
	description:
		'The accounts to merge into the other one. They are deleted. More than 100 are sent in several requests',
	kind: account,
	required: true,
});

const merging: Merging = {
	kind: account,
	into: { field: survivor, property: 'merge_into_account_id' },
	others: { field: merged, property: 'merge_account_ids' },
	unclear:
		'Pylon merges one account after the other, so check in Pylon which of these are still there',
	lists: {
		merged: 'mergedAccountIds',
		unclear: 'unclearAccountIds',
		notMerged: 'notMergedAccountIds',
	},
};

export const merge: Operation = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge accounts',
	description:
		"Move everything from one or more accounts into another, and delete them. This cannot be undone. Their tags and custom fields are lost without the option 'Keep Tags and Custom Fields'.",
	effect: 'cannotBeUndone',
	builderHint: "Cannot be undone. Set 'dryRun' to true unless the user clearly wants the merge.",
	onlyReads: isDryRunOf,
	request: { method: 'POST', url: '/accounts/merge' },
	safeToRepeat: false,
	load: async () => {
		const { mergeInBody, oneAfterTheOther } = await import('../merging');
		const { mergeAccounts, mergeOptions } = await import('./merge/handler');
		return {
			...mergeInBody(merging, mergeOptions),
			run: oneAfterTheOther(merging, mergeAccounts(merging)),
		};
	},
	fields: [
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description:
				'Whether to only return what would be moved, and which tags and custom fields would be lost, without merging anything',
		},
		survivor,
		merged,
		{
			...collections.options,
			options: [
				{
					displayName: 'Keep Tags and Custom Fields',
					name: 'keepTagsAndCustomFields',
					type: 'boolean',
					default: true,
					description:
						'Whether to copy tags, and custom fields that have no value yet, to the account that is kept. Read-only custom fields cannot be copied. If copying fails, nothing is merged.',
				},
			],
		},
		...output.account,
	],
};
