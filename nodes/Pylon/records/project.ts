import { dayOf, detailsOf, labelOf, type RecordKind } from './recordKind';

/** `POST /projects/search` cannot filter by name (docs/pylon-api-notes.md#search-filters). */
export const project: RecordKind = {
	noun: 'project',
	plural: 'projects',
	listSearch: 'searchProjects',
	label: ({ name, start_date: start, created_at: createdAt, is_archived: isArchived }) =>
		labelOf(
			name,
			detailsOf(dayOf(start) || dayOf(createdAt), isArchived === true ? 'archived' : undefined),
		),
	list: { query: () => ({ template: '/projects/search', method: 'POST' }), pageSize: 100 },
};
