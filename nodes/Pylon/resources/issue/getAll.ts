import { limit, returnAll } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';
import { periodInQuery } from './getAll.steps';

/** Up to 20,000 issues a page (notes on the API, section c), and a period of any length, cut into windows. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many issues',
	description: 'List the issues created in a period, the newest first',
	routing: {
		request: { method: 'GET', url: '/issues' },
		send: { preSend: [periodInQuery, listing({ pageSize: 20_000, windows: true })] },
	},
	fields: [
		{
			displayName: 'Created From',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: "Begin of the period, of any length. Without an offset, in the workflow's time zone.",
		},
		{
			displayName: 'Created Until',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			description: "End of the period. Empty means now. Without an offset, in the workflow's time zone.",
		},
		returnAll,
		limit,
		simplify.issue,
	],
};
