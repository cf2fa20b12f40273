import { collections } from '../../parameters/collections';
import { limit } from '../../parameters/paging/pagingFields';
import { listName, recordList } from '../../parameters/record/recordListField';
import { account } from '../../records/account';
import { textInBody } from '../../parameters/texts/body';
import { filledListInBody } from '../../parameters/lists/lists';
import { recordsInList } from '../../parameters/record/recordListReferences';
import type { Operation } from '../operation';
import { STATUSES } from './fields';
import { MOST, noMoreThanOnePage } from './search.steps';

/** It has no cursor: what does not fit on one page cannot be read (openapi.yaml, `searchFeatureRequests`). */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search feature requests',
	description: 'Find feature requests by text, account or status',
	request: { method: 'POST', url: '/feature-requests/search' },
	safeToRepeat: true,
	validate: [noMoreThanOnePage],
	list: { pageSize: MOST },
	fields: [
		{
			...limit,
			typeOptions: { minValue: 1, maxValue: MOST },
			displayOptions: undefined,
		},
		{
			...collections.filters,
			options: [
				{
					...recordList(
						'Account',
						'accountIds',
						'getAccounts',
						'Accounts that asked for it',
						account,
					),
					routing: {
						send: {
							type: 'body',
							property: 'account_ids',
							preSend: [
								filledListInBody('account_ids', listName('Account')),
								recordsInList(account, 'account_ids', listName('Account')),
							],
						},
					},
				},
				{
					displayName: 'Query',
					name: 'query',
					type: 'string',
					default: '',
					placeholder: 'e.g. PDF export',
					description: 'Free text that the feature requests have to match',
					routing: {
						send: { type: 'body', property: 'query', preSend: [textInBody('query', 'Query')] },
					},
				},
				{
					displayName: 'Statuses',
					name: 'requestStatuses',
					type: 'multiOptions',
					default: [],
					description:
						'Statuses to find. The slugs of statuses of your own can be given by expression, as an array.',
					options: STATUSES,
					routing: {
						send: {
							type: 'body',
							property: 'request_statuses',
							preSend: [filledListInBody('request_statuses', 'Statuses', STATUSES)],
						},
					},
				},
			],
		},
	],
};
