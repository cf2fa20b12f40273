import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchCallRecordingsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search call recordings',
	description: 'Find recorded calls by account, source, title or start time',
	routing: {
		request: { method: 'POST', url: '/call-recordings/search' },
		send: { preSend: [...filtering(FILTERABLE.callRecordings), listing({ pageSize: 1000 })] },
	},
	fields: [returnAll, limit, ...filterFields],
};
