import { contactId } from '../../fields/records';
import type { Operation } from '../resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Read one contact with its account, e-mail addresses and custom fields',
	routing: { request: { method: 'GET', url: '/contacts/{contactId}' } },
	fields: [contactId],
};
