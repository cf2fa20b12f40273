import { collectionId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete knowledge base collection',
	description:
		'Permanently delete a collection with everything in it: articles, nested collections and their articles. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: {
		method: 'DELETE',
		url: '/knowledge-bases/{knowledgeBaseId}/collections/{collectionId}',
	},
	fields: [knowledgeBaseId, collectionId],
};
