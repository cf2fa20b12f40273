import type { Operation } from '../operation';
import { callRecordingId } from './fields';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete call recording',
	description: 'Delete a call recording permanently. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/call-recordings/{callRecordingId}' },
	fields: [callRecordingId],
};
