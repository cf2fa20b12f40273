import { collections } from '../../fields/collections';
import { limit, returnAll } from '../../fields/paging';
import { optionalRecord } from '../../fields/picker';
import { macroGroup } from '../../records/macroGroup';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';

/** Comes whole (notes on the API, section c). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many macros',
	description: 'List the macros of the workspace, or those of one group',
	routing: {
		request: { method: 'GET', url: '/macros' },
		send: { preSend: [listing({ pageSize: 0 })] },
	},
	fields: [
		returnAll,
		limit,
		{
			...collections.filters,
			options: [
				optionalRecord(macroGroup, {
					displayName: 'Macro Group',
					name: 'macroGroupId',
					property: 'macro_group_id',
					description: 'Only the macros that are kept in this folder',
					to: 'query',
				}),
			],
		},
	],
};
