import { collectionId, knowledgeBaseId } from '../../fields/knowledgeBase';
import type { Operation } from '../resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get knowledge base collection',
	description: 'Read one collection: its title, its place and who sees it',
	routing: { request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/collections/{collectionId}' } },
	fields: [knowledgeBaseId, collectionId],
};
