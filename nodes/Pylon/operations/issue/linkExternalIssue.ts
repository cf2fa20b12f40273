import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { externalIssueIds, tracker } from './fields';

/** One endpoint links and unlinks, depending on `operation` (openapi.yaml, `linkExternalIssue`). */
export const linkExternalIssue: Operation = {
	name: 'Link External Issue',
	value: 'linkExternalIssue',
	action: 'Link external issue',
	description: 'Connect an issue to one in Jira, Linear, GitHub, Asana or Shortcut',
	effect: 'writesInternally',
	request: {
		method: 'POST',
		url: '/issues/{issueId}/external-issues',
		body: { operation: 'link' },
	},
	safeToRepeat: false,
	fields: [issueId, tracker, ...externalIssueIds, ...output.linkedIssue],
};
