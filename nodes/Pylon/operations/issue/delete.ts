import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';

export const deleteIssue: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete issue',
	description:
		"Remove an issue with its whole conversation. This cannot be undone; to only end it, use 'Update' and close it.",
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/issues/{issueId}' },
	lookUp: [issueIdOfNumber],
	fields: [issueId],
};
