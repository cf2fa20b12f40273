import { knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get knowledge base',
	description: 'Get the title and languages of one knowledge base',
	effect: 'reads',
	request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}' },
	fields: [knowledgeBaseId],
};
