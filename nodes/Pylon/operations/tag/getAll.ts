import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'List the tags of issues, accounts and articles',
	routing: {
		request: { method: 'GET', url: '/tags' },
		send: { preSend: [listing()] },
	},
	fields: [returnAll, limit],
};
