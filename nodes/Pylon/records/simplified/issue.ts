import type { IDataObject } from 'n8n-workflow';
import { customFieldsOf, listOf, partOf, pick } from './simplifyHelpers';

/** @returns what people use of an issue (openapi.yaml, `Issue`), flat; the messages are left to 'Get Messages' */
export const simplifyIssue = (issue: IDataObject): IDataObject => ({
	...pick(issue, 'id', 'number', 'title', 'state', 'link'),
	requester_id: partOf(issue.requester, 'id'),
	requester_email: partOf(issue.requester, 'email'),
	account_id: partOf(issue.account, 'id'),
	assignee_id: partOf(issue.assignee, 'id'),
	team_id: partOf(issue.team, 'id'),
	tags: listOf(issue.tags),
	...pick(issue, 'created_at'),
	custom_fields: customFieldsOf(issue.custom_fields),
});
