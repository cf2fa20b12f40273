import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

export const getFollowers: Operation = {
	name: 'Get Followers',
	value: 'getFollowers',
	action: 'Get followers of issue',
	description: 'List the users and contacts who follow an issue',
	effect: 'reads',
	request: { method: 'GET', url: '/issues/{issueId}/followers' },
	list: {},
	fields: [issueId, returnAll, limit],
};
