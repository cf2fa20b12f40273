import { labelOf, type RecordKind } from './recordKind';

/** `GET /knowledge-bases/{id}/collections` comes whole, nested ones included (docs/pylon-api-notes.md#whole-lists). */
export const collection: RecordKind = {
	noun: 'collection',
	plural: 'collections',
	listSearch: 'searchCollections',
	label: ({ title, slug }) => labelOf(title, slug),
	list: {
		within: 'knowledgeBaseId',
		query: (_, knowledgeBaseId) => ({
			template: '/knowledge-bases/{knowledgeBaseId}/collections',
			ids: { knowledgeBaseId },
		}),
		pageSize: 0,
	},
};
