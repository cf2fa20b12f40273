import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { externalIssueIds, tracker } from './fields';

/** One endpoint links and unlinks, depending on `operation` (openapi.yaml, `linkExternalIssue`). */
export const unlinkExternalIssue: Operation = {
	name: 'Unlink External Issue',
	value: 'unlinkExternalIssue',
	action: 'Unlink external issue',
	description:
		'Disconnect an issue from one in Jira, Linear, GitHub, Asana or Shortcut. Both issues are kept.',
	effect: 'writesInternally',
	request: {
		method: 'POST',
		url: '/issues/{issueId}/external-issues',
		body: { operation: 'unlink' },
	},
	safeToRepeat: false,
	fields: [issueId, tracker, ...externalIssueIds, ...output.linkedIssue],
};
