import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { messageId } from './fields';
import { issueIdOfNumber } from './issueNumber.steps';

export const redactMessage: Operation = {
	name: 'Redact Message',
	value: 'redactMessage',
	action: 'Redact message of issue',
	description:
		'Blank the content of a message, for example a password in it, but keep the message. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'POST', url: '/issues/{issueId}/messages/{messageId}/redact' },
	safeToRepeat: false,
	lookUp: [issueIdOfNumber],
	fields: [issueId, messageId, ...output.message],
};
