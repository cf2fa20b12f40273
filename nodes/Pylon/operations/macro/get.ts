import type { Operation } from '../operation';
import { macroId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get macro',
	description: 'Read one macro with its text, its actions and who finds it',
	effect: 'reads',
	request: { method: 'GET', url: '/macros/{macroId}' },
	fields: [macroId],
};
