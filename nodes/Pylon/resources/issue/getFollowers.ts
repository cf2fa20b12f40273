import { limit, returnAll } from '../../fields/paging';
import { issueId } from '../../fields/records';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

export const getFollowers: Operation = {
	name: 'Get Followers',
	value: 'getFollowers',
	action: 'Get followers of issue',
	description: 'List the users and contacts who follow an issue',
	routing: {
		request: { method: 'GET', url: '/issues/{issueId}/followers' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [issueId, returnAll, limit],
};
