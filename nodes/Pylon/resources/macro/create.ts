import { idInBody, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { macroGroupId, optionalFields } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create macro',
	description: 'Add a prepared text that agents can insert into replies, notes and emails',
	routing: { request: { method: 'POST', url: '/macros' } },
	fields: [
		{
			...macroGroupId,
			routing: { send: { type: 'body', property: 'macro_group_id', preSend: [idInBody('macro_group_id', 'Macro Group')] } },
		},
		{
			displayName: 'Macro Name',
			name: 'macroName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Ask for the workspace',
			routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Macro Name')] } },
		},
		{
			displayName: 'Text (HTML)',
			name: 'textHtml',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			placeholder: 'e.g. <p>Which workspace is this about?</p>',
			description: 'What the macro inserts, as HTML',
			routing: { send: { type: 'body', property: 'text_html', preSend: [textInBody('text_html', 'Text (HTML)')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: optionalFields,
		},
	],
};
