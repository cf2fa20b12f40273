import { dayOf, detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /tasks` has pages but no filter, and its search none by title (docs/pylon-api-notes.md#search-filters). */
export const task: RecordKind = {
	noun: 'task',
	plural: 'tasks',
	listSearch: 'searchTasks',
	label: ({ title, status, due_date: dueDate }) =>
		labelOf(title, detailsOf(status, dayOf(dueDate))),
	list: { query: () => ({ template: '/tasks' }), pageSize: 100 },
};
