import { collections } from '../../parameters/collections';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { optionalRecord } from '../../parameters/record/recordField';
import { macroGroup } from '../../records/macroGroup';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many macros',
	description: 'List the macros of the workspace, or those of one group',
	effect: 'reads',
	request: { method: 'GET', url: '/macros' },
	list: {},
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
					description: 'Only macros in this group',
					to: 'query',
				}),
			],
		},
	],
};
