import { emailField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many email suppressions',
	description:
		'List the email addresses that Pylon does not send to, newest first, each with the reason',
	effect: 'reads',
	request: { method: 'GET', url: '/email-suppressions' },
	list: {},
	fields: [
		returnAll,
		limit,
		{
			...collections.filters,
			options: [
				emailField({
					displayName: 'Email',
					name: 'email',
					property: 'email',
					to: 'query',
					placeholder: 'e.g. ada@example.com',
					description:
						'Only the suppression of this address. Nothing is returned if the address is not suppressed.',
				}),
			],
		},
	],
};
