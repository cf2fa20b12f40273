import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /surveys` comes whole (docs/pylon-api-notes.md#whole-lists). */
export const survey: RecordKind = {
	noun: 'survey',
	plural: 'surveys',
	listSearch: 'searchSurveys',
	label: ({ name, type }) => labelOf(name, detailsOf(type)),
	list: { query: () => ({ template: '/surveys' }), pageSize: 0 },
};
