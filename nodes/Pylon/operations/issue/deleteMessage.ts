import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { messageId } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const deleteMessage: Operation = {
	name: 'Delete Message',
	value: 'deleteMessage',
	action: 'Delete message of issue',
	description:
		'Remove a message from an issue and from the channel that it was sent through, such as Slack. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/issues/{issueId}/messages/{messageId}' },
	lookUp: [issueIdOfNumber],
	fields: [issueId, messageId],
};
