import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';

export const knowledgeBase: Resource = {
	name: 'Knowledge Base',
	value: 'knowledgeBase',
	operations: [get, getAll],
	default: getAll.value,
};
