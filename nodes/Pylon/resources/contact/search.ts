import { FILTERABLE } from '../../fields/filterable';
import { limit, returnAll } from '../../fields/paging';
import { filterFields, searchText } from '../../fields/search';
import { simplify } from '../../fields/simplify';
import { filtering } from '../../steps/filter';
import { searchTextInBody } from '../../steps/searchText';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Pages: openapi.yaml, `SearchContactsRequest`. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search contacts',
	description: 'Find contacts by email, name, account, custom fields or free text',
	routing: {
		request: { method: 'POST', url: '/contacts/search' },
		send: { preSend: [...filtering(FILTERABLE.contacts), searchTextInBody, listing({ pageSize: 999 })] },
	},
	fields: [searchText, returnAll, limit, simplify.contact, ...filterFields],
};
