import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { contactIds, userIds } from './fields';
import { changingFollowers } from './followers.steps';

export const addFollowers: Operation = {
	name: 'Add Followers',
	value: 'addFollowers',
	action: 'Add followers to issue',
	description: 'Add users or contacts to the followers of an issue',
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/issues/{issueId}/followers' },
	safeToRepeat: true,
	...changingFollowers('add'),
	fields: [issueId, userIds, contactIds],
};
