import { idInBody, somethingToChange, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { macroGroupId, macroId, optionalFields } from './fields';

const [conditions, ...typeAndVisibility] = optionalFields;

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update macro',
	description: 'Change the text, the name, the group or the visibility of a macro. Only the fields that you add are changed.',
	routing: {
		request: { method: 'PATCH', url: '/macros/{macroId}' },
		send: { preSend: [somethingToChange('Update Fields')] },
	},
	fields: [
		macroId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				conditions,
				{
					...macroGroupId,
					required: false,
					routing: { send: { type: 'body', property: 'macro_group_id', preSend: [idInBody('macro_group_id', 'Macro Group')] } },
				},
				{
					displayName: 'Macro Name',
					name: 'macroName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ask for the workspace',
					routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Macro Name')] } },
				},
				{
					displayName: 'Text (HTML)',
					name: 'textHtml',
					type: 'string',
					typeOptions: { rows: 5 },
					default: '',
					placeholder: 'e.g. <p>Which workspace is this about?</p>',
					description: 'What the macro inserts, as HTML',
					routing: { send: { type: 'body', property: 'text_html', preSend: [textInBody('text_html', 'Text (HTML)')] } },
				},
				...typeAndVisibility,
			],
		},
	],
};
