import { labelOf, type RecordKind } from './recordKind';

/** `GET /teams` answers with all teams at once (notes on the API, section c). */
export const team: RecordKind = {
	noun: 'team',
	plural: 'teams',
	listSearch: 'searchTeams',
	label: ({ name }) => labelOf(name, undefined),
	list: { query: () => ({ template: '/teams' }), pageSize: 0 },
};
