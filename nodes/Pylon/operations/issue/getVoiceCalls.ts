import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';

export const getVoiceCalls: Operation = {
	name: 'Get Voice Calls',
	value: 'getVoiceCalls',
	action: 'Get voice calls of issue',
	description:
		'List the phone calls of an issue with their recordings and transcripts. Recordings appear once they are transcribed; their links are valid for one hour.',
	effect: 'reads',
	request: { method: 'GET', url: '/issues/{issueId}/voice-calls' },
	lookUp: [issueIdOfNumber],
	list: {},
	fields: [issueId, returnAll, limit],
};
