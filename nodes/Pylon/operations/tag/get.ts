import type { Operation } from '../operation';
import { tagId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get tag',
	description: 'Read the text and color of one tag, and what it is for',
	effect: 'reads',
	request: { method: 'GET', url: '/tags/{tagId}' },
	fields: [tagId],
};
