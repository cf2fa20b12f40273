import { issueId } from '../../fields/records';
import type { Operation } from '../resource';
import { issueIdOfNumber } from './issueNumber.steps';

export const deleteIssue: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete issue',
	description: "Remove an issue with its whole conversation. This cannot be undone; to only end it, use 'Update' and close it.",
	routing: {
		request: { method: 'DELETE', url: '/issues/{issueId}' },
		send: { preSend: [issueIdOfNumber] },
	},
	fields: [issueId],
};
