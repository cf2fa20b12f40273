import { dayOf, excerptOf, labelOf, type RecordKind } from './recordKind';

/** `GET /tasks/{id}/comments` comes whole, the oldest first (openapi.yaml). */
export const taskComment: RecordKind = {
	noun: 'task comment',
	plural: 'task comments',
	listSearch: 'searchTaskComments',
	label: ({ body_html: html, created_at: createdAt }) => labelOf(excerptOf(html), dayOf(createdAt)),
	list: {
		within: 'taskId',
		query: (_, taskId) => ({ template: '/tasks/{taskId}/comments', ids: { taskId } }),
		pageSize: 0,
		oldestFirst: true,
	},
};
