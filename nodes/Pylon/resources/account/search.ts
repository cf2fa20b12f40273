import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields, searchText } from '../../fields/search';
import { simplify } from '../../fields/simplify';
import { filtering } from '../../steps/filter';
import { searchTextInBody } from '../../steps/searchText';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchAccountsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search accounts',
	description: 'Find accounts by name, domain, tag, owner, external ID, custom fields or free text',
	routing: {
		request: { method: 'POST', url: '/accounts/search' },
		send: { preSend: [...filtering(FILTERABLE.accounts), searchTextInBody, listing({ pageSize: 999 })] },
	},
	fields: [searchText, returnAll, limit, simplify.account, ...filterFields],
};
