import { FILTERABLE } from '../../parameters/filter/filterable';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { filterFields, filtering } from '../../parameters/filter/searchFields';
import type { Operation } from '../operation';
import { customObjectType } from './fields';

/** Pages: openapi.yaml, `SearchCustomObjectsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search custom objects',
	description: 'Find records of a custom object type by name, date or one of its fields',
	effect: 'reads',
	request: { method: 'POST', url: '/custom-objects/{customObjectType}/search' },
	safeToRepeat: true,
	...filtering(FILTERABLE.customObjects),
	list: {},
	fields: [customObjectType, returnAll, limit, ...filterFields],
};
