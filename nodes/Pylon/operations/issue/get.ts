import { issueId } from '../../parameters/record/commonRecordFields';
import { simplify } from '../../parameters/output/simplifyField';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get issue',
	description: 'Read one issue by its ID or number',
	routing: { request: { method: 'GET', url: '/issues/{issueId}' } },
	fields: [issueId, simplify.issue],
};
