import type { Operation } from '../operation';
import { callRecordingId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get call recording',
	description:
		'Read one recorded call: title, summary, participants, times, account and the address of the recording',
	effect: 'reads',
	request: { method: 'GET', url: '/call-recordings/{callRecordingId}' },
	fields: [callRecordingId],
};
