import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { accountId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

/** Answered all at once (openapi.yaml, `getAccountRelationships`). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many account relationships',
	description: 'List the parents, partners, children and clients of an account',
	effect: 'reads',
	request: { method: 'GET', url: '/accounts/{accountId}/relationships' },
	list: {},
	fields: [accountId, returnAll, limit],
};
