import { emailKey } from '../../shared/input';
import { dayOf, detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /email-suppressions` filters by one whole address (openapi.yaml, `getEmailSuppressions`). */
export const emailSuppression: RecordKind = {
	noun: 'email suppression',
	plural: 'email suppressions',
	listSearch: 'searchEmailSuppressions',
	label: ({ email, reason, created_at: createdAt }) =>
		labelOf(email, detailsOf(reason, dayOf(createdAt))),
	list: { query: () => ({ template: '/email-suppressions' }), pageSize: 1000 },
	namings: {
		email: {
			displayName: 'Email',
			placeholder: 'e.g. ada@example.com',
			noun: 'email',
			query: (value) => ({
				template: '/email-suppressions',
				query: { email: emailKey(value), limit: 10 },
			}),
			matches: ({ email }, value) => emailKey(String(email)) === emailKey(value),
		},
	},
};
