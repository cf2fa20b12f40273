import { byEmail } from './emailLookUp';
import { labelOf, searchBody, type RecordKind } from './recordKind';

/** `POST /contacts/search` filters by name and email (docs/pylon-api-notes.md#search-filters). */
export const contact: RecordKind = {
	noun: 'contact',
	plural: 'contacts',
	listSearch: 'searchContacts',
	label: ({ name, email }) => labelOf(name, email),
	list: {
		query: (search) => ({
			template: '/contacts/search',
			method: 'POST',
			body: searchBody(search, (value) => [
				{ field: 'name', operator: 'string_contains', value },
				{ field: 'email', operator: 'string_contains', value },
			]),
		}),
		pageSize: 100,
		searchedByPylon: true,
	},
	namings: {
		email: byEmail('/contacts/search', 'e.g. ada@example.com'),
		/** `GET` and `PATCH` take an external ID in the path since autumn 2026 (openapi.yaml). */
		externalId: {
			displayName: 'Ext. ID',
			placeholder: 'e.g. crm-contact-42',
			hint: 'The ID of the contact in your own system',
			noun: 'external ID',
			inPath: true,
			query: (value) => ({
				template: '/contacts/{contactId}',
				ids: { contactId: value },
				one: true,
			}),
		},
	},
};
