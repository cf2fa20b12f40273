import { issueId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';

export const deleteIssue: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete issue',
	description:
		"Delete an issue and its whole conversation. This cannot be undone. To close an issue, use 'Update'.",
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/issues/{issueId}' },
	lookUp: [issueIdOfNumber],
	fields: [issueId],
};
