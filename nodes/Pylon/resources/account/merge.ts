import { accountId } from '../../fields/records';
import { mergeInBody, mergeInChunks, type Merging } from '../../steps/merging';
import { handledBy } from '../../transport/plan';
import type { Operation } from '../resource';

const merging: Merging = {
	kind: 'account',
	into: { name: 'accountId', property: 'merge_into_account_id' },
	others: { name: 'mergeAccountIds', displayName: 'Accounts to Merge', property: 'merge_account_ids' },
	unclear: 'Pylon merges one account after the other, so check in Pylon which of these are still there',
	lists: { merged: 'mergedAccountIds', unclear: 'unclearAccountIds', notMerged: 'notMergedAccountIds' },
};

export const merge: Operation = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge accounts',
	description:
		'Move everything of one or more accounts into another and remove them. This cannot be undone; tags and custom fields of the removed accounts are lost.',
	routing: {
		request: { method: 'POST', url: '/accounts/merge' },
		send: { preSend: [mergeInBody(merging), handledBy(mergeInChunks(merging))] },
	},
	fields: [
		{
			...accountId,
			displayName: 'Merge Into',
			description: 'The account that stays',
			modes: accountId.modes?.filter(({ name }) => name === 'id'),
		},
		{
			displayName: 'Accounts to Merge',
			name: 'mergeAccountIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 0c7f6d1e-…, 77f0ab3c-…',
			description:
				'IDs of the accounts that are merged and removed, separated by commas, or an expression that yields an array. More than 100 are sent in several requests, one after the other.',
		},
	],
};
