import { limit, returnAll } from '../../fields/paging';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many issue statuses',
	description: 'List the states that an issue can have: the built-in ones and those of your workspace, also archived ones',
	routing: {
		request: { method: 'GET', url: '/issue-statuses' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [returnAll, limit],
};
