import type { Operation } from '../operation';
import { macroId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get macro',
	description: 'Get one macro with its text, actions and visibility',
	effect: 'reads',
	request: { method: 'GET', url: '/macros/{macroId}' },
	fields: [macroId],
};
