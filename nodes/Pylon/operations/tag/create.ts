import { collections } from '../../parameters/collections';
import { textInBody } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { hexColor } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create tag',
	description: 'Add a tag that issues, accounts or articles can carry',
	request: { method: 'POST', url: '/tags' },
	safeToRepeat: false,
	fields: [
		{
			displayName: 'For',
			name: 'objectType',
			type: 'options',
			default: 'issue',
			required: true,
			description: 'What carries the tag',
			options: [
				{ name: 'Accounts', value: 'account' },
				{ name: 'Articles', value: 'article' },
				{ name: 'Issues', value: 'issue' },
			],
			routing: { send: { type: 'body', property: 'object_type' } },
		},
		{
			displayName: 'Tag Name',
			name: 'tagName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. billing',
			description:
				'The text of the tag. Pylon takes each text once for issues, once for accounts and once for articles.',
			routing: {
				send: { type: 'body', property: 'value', preSend: [textInBody('value', 'Tag Name')] },
			},
		},
		{
			...collections.additionalFields,
			options: [hexColor],
		},
	],
};
