import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';

export const getThreads: Operation = {
	name: 'Get Threads',
	value: 'getThreads',
	action: 'Get internal threads of issue',
	description: 'List the internal threads of an issue',
	effect: 'reads',
	request: { method: 'GET', url: '/issues/{issueId}/threads' },
	lookUp: [issueIdOfNumber],
	list: {},
	fields: [issueId, returnAll, limit],
};
