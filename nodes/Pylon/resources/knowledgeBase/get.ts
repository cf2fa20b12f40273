import { knowledgeBaseId } from '../../fields/knowledgeBase';
import type { Operation } from '../resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get knowledge base',
	description: 'Read the title and languages of one knowledge base',
	routing: { request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}' } },
	fields: [knowledgeBaseId],
};
