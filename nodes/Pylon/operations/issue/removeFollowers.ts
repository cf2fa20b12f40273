import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { contactIds, userIds } from './fields';
import { changingFollowers } from './followers.steps';

export const removeFollowers: Operation = {
	name: 'Remove Followers',
	value: 'removeFollowers',
	action: 'Remove followers from issue',
	description: 'Remove users or contacts from the followers of an issue',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/issues/{issueId}/followers' },
	safeToRepeat: true,
	...changingFollowers('remove'),
	fields: [issueId, userIds, contactIds],
};
