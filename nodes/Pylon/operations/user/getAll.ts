import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

/** Comes whole (docs/pylon-api-notes.md#whole-lists). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: 'List the users (agents) of the workspace',
	effect: 'reads',
	request: { method: 'GET', url: '/users' },
	list: {},
	fields: [
		returnAll,
		limit,
		{
			...collections.filters,
			options: [
				booleanField({
					displayName: 'Include Deactivated',
					name: 'includeDeactivated',
					property: 'include_deactivated',
					to: 'query',
					default: true,
					description: 'Whether to list users who can no longer sign in as well',
				}),
			],
		},
	],
};
