import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';
import { customObjectType } from './fields';

/** Pages: openapi.yaml, `SearchCustomObjectsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search custom objects',
	description: 'Find records of a type that your workspace has defined by name, date or one of its fields',
	routing: {
		request: { method: 'POST', url: '/custom-objects/{customObjectType}/search' },
		send: { preSend: [...filtering(FILTERABLE.customObjects), listing({ pageSize: 100 })] },
	},
	fields: [customObjectType, returnAll, limit, ...filterFields],
};
