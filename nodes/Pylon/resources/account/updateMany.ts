import { customFields } from '../../fields/customFields';
import { somethingToChange } from '../../steps/body';
import { handledBy } from '../../transport/plan';
import type { Operation } from '../resource';
import { changedType, ownerOrNone, tags } from './fields';
import { accountsInBody, updateInChunks } from './updateMany.handler';

export const updateMany: Operation = {
	name: 'Update Many',
	value: 'updateMany',
	action: 'Update many accounts',
	description:
		'Make the same change to a list of accounts. Pylon says only that it took the change; carrying it out may take a moment longer.',
	routing: {
		request: { method: 'PATCH', url: '/accounts' },
		send: { preSend: [somethingToChange('Update Fields'), accountsInBody, handledBy(updateInChunks)] },
	},
	fields: [
		{
			displayName: 'Accounts',
			name: 'accountIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 0c7f6d1e-…, 77f0ab3c-…',
			description:
				'IDs of the accounts to change, separated by commas, or an expression that yields an array. More than 100 are sent in several requests, one after the other.',
		},
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				changedType,
				customFields,
				ownerOrNone,
				{ ...tags, description: "Tags separated by commas, or an expression that yields an array. 'Tags Mode' says what becomes of them." },
				{
					displayName: 'Tags Mode',
					name: 'tagsMode',
					type: 'options',
					default: 'append_only',
					description: "What to do with 'Tags'. Without it, they replace the tags of each account.",
					options: [
						{ name: 'Add', value: 'append_only', description: 'Add them to the tags of each account' },
						{ name: 'Remove', value: 'remove_only', description: 'Take them away where they are there' },
						{ name: 'Replace', value: 'replace', description: 'Each account has these tags and no others' },
					],
					routing: { send: { type: 'body', property: 'tags_apply_mode' } },
				},
			],
		},
	],
};
