import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many user roles',
	description: 'List the roles that a user of your workspace can have',
	routing: {
		request: { method: 'GET', url: '/user-roles' },
		send: { preSend: [listing()] },
	},
	fields: [returnAll, limit],
};
