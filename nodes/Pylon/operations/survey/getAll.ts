import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { listing } from '../../run/operationPlan';
import type { Operation } from '../operation';

/** Answered all at once (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many surveys',
	description: 'List the surveys of the workspace',
	routing: {
		request: { method: 'GET', url: '/surveys' },
		send: { preSend: [listing()] },
	},
	fields: [returnAll, limit],
};
