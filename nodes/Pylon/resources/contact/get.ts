import { contactId } from '../../fields/records';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Read one contact with its account, email addresses and custom fields',
	routing: { request: { method: 'GET', url: '/contacts/{contactId}' } },
	fields: [contactId, simplify.contact],
};
