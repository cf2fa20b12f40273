import { labelOf, type RecordKind } from './recordKind';

/** `GET /knowledge-bases` comes whole (docs/pylon-api-notes.md#whole-lists). */
export const knowledgeBase: RecordKind = {
	noun: 'knowledge base',
	plural: 'knowledge bases',
	listSearch: 'searchKnowledgeBases',
	label: ({ title, slug }) => labelOf(title, slug),
	list: { query: () => ({ template: '/knowledge-bases' }), pageSize: 0 },
};
