import { accountId } from '../../fields/records';
import { handledBy } from '../../transport/plan';
import type { Operation } from '../resource';
import { mergeBody, mergeInChunks } from './merge.handler';

export const merge: Operation = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge accounts',
	description:
		'Move everything of one or more accounts into another and remove them. This cannot be undone; tags and custom fields of the removed accounts are lost.',
	routing: {
		request: { method: 'POST', url: '/accounts/merge' },
		send: { preSend: [mergeBody, handledBy(mergeInChunks)] },
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
