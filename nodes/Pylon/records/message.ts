import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';
import { excerptOf, type RecordKind, type RecordList } from './recordKind';

/** E.g. `2026-11-20 09:12 Ada Example: Hello, our export stops` */
function label({
	author,
	timestamp,
	message_html: html,
	is_private: isPrivate,
}: IDataObject): string {
	const moment = typeof timestamp === 'string' ? timestamp.slice(0, 16).replace('T', ' ') : '';
	const name = isRecord(author) && typeof author.name === 'string' ? author.name : '';
	return `${moment} ${name}${isPrivate === true ? ' (note)' : ''}: ${excerptOf(html)}`.trim();
}

/**
 * `GET /issues/{id}/messages` without limit and cursor comes whole, the oldest first
 * (docs/pylon-api-notes.md#page-size).
 */
const list: RecordList = {
	within: 'issueId',
	query: (_, issueId) => ({
		template: '/issues/{issueId}/messages',
		ids: { issueId },
	}),
	pageSize: 0,
	oldestFirst: true,
};

export const message: RecordKind = {
	noun: 'message',
	plural: 'messages',
	listSearch: 'searchMessages',
	label,
	list,
};

/** What a customer can see: only such a message can be replied to (openapi.yaml, `createIssueReply`). */
export const customerMessage: RecordKind = {
	...message,
	listSearch: 'searchCustomerMessages',
	list: { ...list, only: ({ is_private: isPrivate }) => isPrivate !== true },
};

/** What only the team sees: a note continues the thread of another one (openapi.yaml, `createIssueNote`). */
export const note: RecordKind = {
	...message,
	noun: 'note',
	plural: 'notes',
	listSearch: 'searchNotes',
	list: { ...list, only: ({ is_private: isPrivate }) => isPrivate === true },
};
