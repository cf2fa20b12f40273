import { collectionId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get knowledge base collection',
	description: 'Get one collection: its title, its place and who can see it',
	effect: 'reads',
	request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/collections/{collectionId}' },
	fields: [knowledgeBaseId, collectionId],
};
