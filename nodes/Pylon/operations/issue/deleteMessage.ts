import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { messageId } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const deleteMessage: Operation = {
	name: 'Delete Message',
	value: 'deleteMessage',
	action: 'Delete message from issue',
	description:
		'Delete a message from the issue and from the channel it was sent through, such as Slack. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/issues/{issueId}/messages/{messageId}' },
	lookUp: [issueIdOfNumber],
	fields: [issueId, messageId],
};
