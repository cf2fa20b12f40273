import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get issue',
	description: 'Get one issue by its ID or number',
	effect: 'reads',
	request: { method: 'GET', url: '/issues/{issueId}' },
	fields: [issueId, ...output.issue],
};
