import { issueId } from '../../fields/records';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get issue',
	description: 'Read one issue by its ID or number',
	routing: { request: { method: 'GET', url: '/issues/{issueId}' } },
	fields: [issueId, simplify.issue],
};
