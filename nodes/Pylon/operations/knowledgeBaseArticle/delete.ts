import { articleId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete knowledge base article',
	description: 'Permanently delete an article with all its translations. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}' },
	fields: [knowledgeBaseId, articleId],
};
