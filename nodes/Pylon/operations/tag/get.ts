import type { Operation } from '../operation';
import { tagId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get tag',
	description: 'Get one tag with its text and color, and what it is for',
	effect: 'reads',
	request: { method: 'GET', url: '/tags/{tagId}' },
	fields: [tagId],
};
