import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields } from '../../fields/search';
import { filtering } from '../../steps/filter';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchUsersRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search users',
	description: 'Find users (agents) by their email addresses',
	routing: {
		request: { method: 'POST', url: '/users/search' },
		send: { preSend: [...filtering(FILTERABLE.users), listing({ pageSize: 999 })] },
	},
	fields: [returnAll, limit, ...filterFields],
};
