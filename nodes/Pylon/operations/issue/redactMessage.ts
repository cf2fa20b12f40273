import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { messageId } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const redactMessage: Operation = {
	name: 'Redact Message',
	value: 'redactMessage',
	action: 'Redact message in issue',
	description:
		'Remove the content of a message, for example a password, but keep the message itself. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'POST', url: '/issues/{issueId}/messages/{messageId}/redact' },
	safeToRepeat: false,
	lookUp: [issueIdOfNumber],
	fields: [issueId, messageId, ...output.message],
};
