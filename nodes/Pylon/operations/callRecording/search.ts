import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import type { Operation } from '../operation';

/** Pages: openapi.yaml, `SearchCallRecordingsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search call recordings',
	description: 'Find call recordings by account, source, title or start time',
	effect: 'reads',
	request: { method: 'POST', url: '/call-recordings/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.callRecordings),
	list: {},
	fields: [returnAll, limit, ...filterFields],
};
