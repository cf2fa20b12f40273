import { limit, returnAll } from '../../fields/paging';
import { issueId } from '../../fields/records';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';
import { issueIdOfNumber } from './issueNumber.steps';

export const getThreads: Operation = {
	name: 'Get Threads',
	value: 'getThreads',
	action: 'Get internal threads of issue',
	description: 'List the internal threads of an issue, in which notes are written',
	routing: {
		request: { method: 'GET', url: '/issues/{issueId}/threads' },
		send: { preSend: [issueIdOfNumber, listing({ pageSize: 0 })] },
	},
	fields: [issueId, returnAll, limit],
};
