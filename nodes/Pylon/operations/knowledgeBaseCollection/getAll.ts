import { knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many knowledge base collections',
	description: 'List the collections of a knowledge base, including nested ones',
	effect: 'reads',
	request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/collections' },
	list: {},
	fields: [knowledgeBaseId, returnAll, limit],
};
