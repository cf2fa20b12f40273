import { byEmail } from './emailLookUp';
import { labelOf, type RecordKind } from './recordKind';

/**
 * `GET /users` answers with all users at once (docs/pylon-api-notes.md#whole-lists); `POST /users/search` filters by
 * whole addresses (docs/pylon-api-notes.md#search-filters).
 */
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
