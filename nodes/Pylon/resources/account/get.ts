import { accountId } from '../../fields/records';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get account',
	description: 'Read one account with its domains, tags and custom fields',
	routing: { request: { method: 'GET', url: '/accounts/{accountId}' } },
	fields: [accountId, simplify.account],
};
