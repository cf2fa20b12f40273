import { dayOf, labelOf, searchBody, type RecordKind } from './recordKind';

/** `POST /custom-objects/{type}/search` filters by name, with 100 on each page (docs/pylon-api-notes.md#search-filters). */
export const customObject: RecordKind = {
	noun: 'custom object',
	plural: 'custom objects',
	listSearch: 'searchCustomObjects',
	label: ({ name, created_at: createdAt }) => labelOf(name, dayOf(createdAt)),
	list: {
		within: 'customObjectType',
		query: (search, type) => ({
			template: '/custom-objects/{customObjectType}/search',
			ids: { customObjectType: type },
			method: 'POST',
			body: searchBody(search, (value) => [{ field: 'name', operator: 'string_contains', value }]),
		}),
		pageSize: 100,
		searchedByPylon: true,
	},
};
