import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /issues/{id}/threads` comes whole; a note names a thread by its `id`, not by `thread_id` (openapi.yaml, `createIssueNote`). */
export const thread: RecordKind = {
	noun: 'thread',
	plural: 'threads',
	listSearch: 'searchThreads',
	label: ({ id, name, source }) => labelOf(name ?? id, detailsOf(source)),
	list: {
		within: 'issueId',
		query: (_, issueId) => ({ template: '/issues/{issueId}/threads', ids: { issueId } }),
		pageSize: 0,
	},
};
