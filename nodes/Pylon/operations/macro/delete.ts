import type { Operation } from '../operation';
import { macroId } from './fields';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete macro',
	description: 'Remove a macro permanently. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/macros/{macroId}' },
	fields: [macroId],
};
