import { accountId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get account',
	description: 'Get one account with its domains, tags and custom fields',
	effect: 'reads',
	request: { method: 'GET', url: '/accounts/{accountId}' },
	fields: [accountId, ...output.account],
};
