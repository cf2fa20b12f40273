import type { Operation } from '../operation';
import { callRecordingId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get call recording',
	description:
		'Get one call recording: title, summary, participants, times, account and the URL of the recording',
	effect: 'reads',
	request: { method: 'GET', url: '/call-recordings/{callRecordingId}' },
	fields: [callRecordingId],
};
