import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { limit } from '../../parameters/paging/pagingFields';
import { recordListField } from '../../parameters/record/recordListField';
import { account } from '../../records/account';
import { filledListInBody } from '../../parameters/lists/lists';
import { sentField } from '../../parameters/sentField';
import type { Operation } from '../operation';
import { STATUSES } from './fields';
import { MOST, noMoreThanOnePage } from './search.steps';

/** It has no cursor: anything beyond the first page cannot be read (openapi.yaml, `searchFeatureRequests`). */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search feature requests',
	description: 'Find feature requests by text, account or status',
	effect: 'reads',
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
				recordListField({
					noun: 'Account',
					name: 'accountIds',
					property: 'account_ids',
					loadOptionsMethod: 'getAccounts',
					description: 'Only feature requests that these accounts asked for',
					kind: account,
					read: [filledListInBody],
				}),
				textField({
					displayName: 'Query',
					name: 'query',
					property: 'query',
					placeholder: 'e.g. PDF export',
					description: 'Text to search for in the feature requests',
				}),
				sentField(
					'multiOptions',
					[],
					{
						displayName: 'Statuses',
						name: 'requestStatuses',
						property: 'request_statuses',
						description:
							'Statuses to find. The slugs of statuses of your own can be given as an expression that returns an array.',
						options: STATUSES,
					},
					(property, displayName) => filledListInBody(property, displayName, STATUSES),
				),
			],
		},
	],
};
