import { textField } from '../../parameters/texts/textField';
import { optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { hexColor } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create tag',
	description: 'Add a tag for issues, accounts or articles',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/tags' },
	safeToRepeat: false,
	fields: [
		optionsField({
			displayName: 'For',
			name: 'objectType',
			property: 'object_type',
			default: 'issue',
			required: true,
			description: 'What the tag is for',
			options: [
				{ name: 'Accounts', value: 'account' },
				{ name: 'Articles', value: 'article' },
				{ name: 'Issues', value: 'issue' },
			],
		}),
		textField({
			displayName: 'Tag Name',
			name: 'tagName',
			property: 'value',
			required: true,
			placeholder: 'e.g. billing',
			description:
				'The text of the tag. Each text can exist once for issues, once for accounts and once for articles.',
		}),
		{
			...collections.additionalFields,
			options: [hexColor],
		},
	],
};
