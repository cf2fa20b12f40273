import { limit, returnAll } from '../../fields/paging';
import { idInQuery } from '../../steps/query';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';
import { macroGroupId } from './fields';

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
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					...macroGroupId,
					required: false,
					description: 'Only the macros that are kept in this folder',
					routing: { send: { type: 'query', property: 'macro_group_id', preSend: [idInQuery('macro_group_id', 'Macro Group')] } },
				},
			],
		},
	],
};
