import { byEmail } from './emailLookUp';
import { labelOf, type RecordKind } from './recordKind';

/** `GET /users` answers with all users at once; `POST /users/search` filters by whole addresses (notes on the API, sections b, c). */
export const user: RecordKind = {
	noun: 'user',
	plural: 'users',
	listSearch: 'searchUsers',
	label: ({ name, email }) => labelOf(name, email),
	list: { query: () => ({ template: '/users' }), pageSize: 0 },
	namings: {
		email: byEmail('/users/search', 'e.g. grace@example.com'),
	},
};
