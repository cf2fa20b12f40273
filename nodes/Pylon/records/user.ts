import { labelOf, type RecordKind } from './kind';

/** `GET /users` answers with all users at once; `POST /users/search` filters by whole addresses (notes on the API, sections b, c). */
export const user: RecordKind = {
	noun: 'user',
	plural: 'users',
	listSearch: 'searchUsers',
	label: ({ name, email }) => labelOf(name, email),
	list: { query: () => ({ template: '/users' }), pageSize: 0 },
	namings: {
		email: {
			displayName: 'By Email',
			placeholder: 'e.g. grace@example.com',
			noun: 'email',
			query: (value) => ({
				template: '/users/search',
				method: 'POST',
				body: { filter: { field: 'email', operator: 'equals', value }, limit: 10 },
			}),
		},
	},
};
