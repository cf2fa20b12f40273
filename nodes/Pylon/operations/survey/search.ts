import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import type { Operation } from '../operation';

/** Pylon takes a limit but has no second page here (openapi.yaml, `searchSurveys`): 999 surveys are the most. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search surveys',
	description: 'Find surveys by the time of their last update, 999 at most',
	effect: 'reads',
	request: { method: 'POST', url: '/surveys/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.surveys),
	list: {},
	fields: [returnAll, limit, ...filterFields],
};
