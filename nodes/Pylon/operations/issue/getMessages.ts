import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getMessages: Operation = {
	name: 'Get Messages',
	value: 'getMessages',
	action: 'Get messages of issue',
	description:
		'List the messages of an issue, oldest first, including internal notes and attachments',
	effect: 'reads',
	request: { method: 'GET', url: '/issues/{issueId}/messages' },
	lookUp: [issueIdOfNumber],
	list: {},
	fields: [issueId, returnAll, limit, ...output.message],
};
