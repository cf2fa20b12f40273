import { optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { accountIds, changedType, ownerOrNone, tags } from './fields';

const hasChanges = somethingToChange('Update Fields', 'Custom Fields');

export const updateMany: Operation = {
	name: 'Update Many',
	value: 'updateMany',
	action: 'Update many accounts',
	description:
		'Change the accounts of all incoming items, 100 per request if the change is the same. Pylon confirms the request at once; the change itself may take a moment.',
	effect: 'writesInternally',
	builderHint: 'One node for all incoming items; no loop is needed.',
	request: { method: 'PATCH', url: '/accounts' },
	load: async () => {
		const { accountsGiven, tagsWithMode, updateInBatches } = await import('./updateMany/handler');
		return { validate: [tagsWithMode, hasChanges, accountsGiven], run: updateInBatches };
	},
	fields: [
		accountIds,

		{
			...collections.updateFields,
			options: [
				changedType,
				customFieldsJson,
				ownerOrNone,
				tags,
				optionsField({
					displayName: 'Tags Mode',
					name: 'tagsMode',
					property: 'tags_apply_mode',
					default: 'append_only',
					description:
						"What to do with 'Tag Names or IDs'. By default, they are added to the tags of each account.",
					options: [
						{
							name: 'Add',
							value: 'append_only',
							description: 'Add them to the tags of each account',
						},
						{
							name: 'Remove',
							value: 'remove_only',
							description: 'Remove them from each account',
						},
						{
							name: 'Replace',
							value: 'replace',
							description: 'Replace the tags of each account',
						},
					],
				}),
			],
		},
		customFields,
	],
};
