import type { IDataObject } from 'n8n-workflow';
import { customFieldsIn, listOf, nameFields, personFields, pick } from './simplifyHelpers';

/**
 * @param issue as Pylon sent it (openapi.yaml, `Issue`)
 * @param withNames whether names were looked up (`records/addNames.ts`)
 * @returns the fields of an issue that people use, without nesting; 'Get Messages' returns its messages
 */
export const simplifyIssue = (issue: IDataObject, withNames = false): IDataObject => ({
	...pick(issue, 'id', 'number', 'title', 'state', 'type', 'source', 'link'),
	...personFields('requester', issue.requester, withNames),
	...nameFields('account', issue.account, withNames),
	...personFields('assignee', issue.assignee, withNames),
	...nameFields('team', issue.team, withNames),
	tags: listOf(issue.tags),
	...pick(issue, 'created_at', 'updated_at', 'latest_message_time', 'snoozed_until_time'),
	...customFieldsIn(issue),
});
