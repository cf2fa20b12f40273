import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { contactIds, userIds } from './fields';
import { changingFollowers } from './followers.steps';

export const addFollowers: Operation = {
	name: 'Add Followers',
	value: 'addFollowers',
	action: 'Add followers to issue',
	description: 'Let users or contacts follow an issue. Those who follow it already stay.',
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/issues/{issueId}/followers' },
	safeToRepeat: true,
	...changingFollowers('add'),
	fields: [issueId, userIds, contactIds],
};
