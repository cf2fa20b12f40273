import { dayOf, labelOf, type RecordKind } from './recordKind';

/** `GET /macro-groups` comes whole (openapi.yaml). */
export const macroGroup: RecordKind = {
	noun: 'macro group',
	plural: 'macro groups',
	listSearch: 'searchMacroGroups',
	label: ({ title, created_at: createdAt }) => labelOf(title, dayOf(createdAt)),
	list: { query: () => ({ template: '/macro-groups' }), pageSize: 0 },
};
