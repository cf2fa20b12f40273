import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pylon takes a limit but has no second page here (openapi.yaml, `searchSurveys`): 999 surveys are the most. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search surveys',
	description: 'Find surveys by when they were changed, 999 at most',
	routing: {
		request: { method: 'POST', url: '/surveys/search' },
		send: { preSend: [...filtering(FILTERABLE.surveys), listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, ...filterFields],
};
