import { contactId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get one contact with its account, email addresses and custom fields',
	effect: 'reads',
	request: { method: 'GET', url: '/contacts/{contactId}' },
	fields: [contactId, ...output.contact],
};
