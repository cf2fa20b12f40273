import { fieldText } from '../../shared/client/envelope';
import { detailsOf, type RecordKind } from './recordKind';

/** `GET /accounts/{id}/relationships` names accounts by ID only, and comes whole (openapi.yaml). */
export const accountRelationship: RecordKind = {
	noun: 'account relationship',
	plural: 'account relationships',
	listSearch: 'searchAccountRelationships',
	label: ({ relationship_type: type, parent_account_id: parent, child_account_id: child }) =>
		`${detailsOf(type)}: ${fieldText(child)} → ${fieldText(parent)}`,
	list: {
		within: 'accountId',
		query: (_, accountId) => ({
			template: '/accounts/{accountId}/relationships',
			ids: { accountId },
		}),
		pageSize: 0,
	},
};
