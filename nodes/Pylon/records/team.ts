import { labelOf, type RecordKind } from './recordKind';

/** `GET /teams` answers with all teams at once (docs/pylon-api-notes.md#whole-lists). */
export const team: RecordKind = {
	noun: 'team',
	plural: 'teams',
	listSearch: 'searchTeams',
	label: ({ name }) => labelOf(name, undefined),
	list: { query: () => ({ template: '/teams' }), pageSize: 0 },
};
