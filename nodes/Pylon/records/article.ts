import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /knowledge-bases/{id}/articles` has no filter; `media` keeps what is embedded in the texts out (openapi.yaml). */
export const article: RecordKind = {
	noun: 'article',
	plural: 'articles',
	listSearch: 'searchArticles',
	label: ({ title, identifier, is_published: isPublished }) =>
		labelOf(title, detailsOf(identifier, isPublished === false ? 'draft' : undefined)),
	list: {
		within: 'knowledgeBaseId',
		query: (_, knowledgeBaseId) => ({
			template: '/knowledge-bases/{knowledgeBaseId}/articles',
			ids: { knowledgeBaseId },
			query: { media: 'none' },
		}),
		pageSize: 100,
	},
};
