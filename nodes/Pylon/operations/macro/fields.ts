import type { INodeProperties } from 'n8n-workflow';
import { picker, recordField } from '../../parameters/record/recordField';
import { listName, recordList } from '../../parameters/record/recordListField';
import { macro } from '../../records/macro';
import { macroGroup } from '../../records/macroGroup';
import { user } from '../../records/user';
import { freeTextInBody, textInBody } from '../../parameters/texts/body';
import { recordsInList } from '../../parameters/record/recordListReferences';
import { conditionsInBody, VISIBLE_FOR, visibilityInBody } from './macro.steps';

export const macroId = picker('Macro', 'macroId', 'The macro to work with', macro);

export const macroGroupId = recordField(macroGroup, {
	displayName: 'Macro Group',
	name: 'macroGroupId',
	property: 'macro_group_id',
	description: 'The folder that the macro is kept in',
});

/** Required to create a macro, optional to change one. */
export const macroName: INodeProperties = {
	displayName: 'Macro Name',
	name: 'macroName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Ask for the workspace',
	routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Macro Name')] } },
};

/** Required to create a macro, optional to change one. */
export const textHtml: INodeProperties = {
	displayName: 'Text (HTML)',
	name: 'textHtml',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	placeholder: 'e.g. <p>Which workspace is this about?</p>',
	description: 'What the macro inserts, as HTML',
	routing: { send: { type: 'body', property: 'text_html', preSend: [freeTextInBody('text_html', 'Text (HTML)')] } },
};

/** What may be added to a macro: the rest of `CreateMacroRequestBody` (openapi.yaml). */
export const optionalFields: INodeProperties[] = [
	{
		displayName: 'Conditions (JSON)',
		name: 'conditions',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"field":"tags","operator":"contains","value":"vip"}',
		description: 'When the macro is offered, as JSON, such as {"field":"tags","operator":"contains","value":"vip"}. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most.',
		routing: { send: { type: 'body', property: 'conditions', preSend: [conditionsInBody] } },
	},
	{
		displayName: 'Text Type',
		name: 'textType',
		type: 'options',
		default: 'reply',
		description: 'What the text is used for',
		options: [
			{ name: 'Email', value: 'email' },
			{ name: 'Internal Note', value: 'note' },
			{ name: 'Reply', value: 'reply' },
		],
		routing: { send: { type: 'body', property: 'text_type' } },
	},
	{
		displayName: 'Visible For',
		name: 'visibility',
		type: 'options',
		default: 'org',
		description: 'Who finds the macro',
		options: VISIBLE_FOR,
		routing: { send: { type: 'body', property: 'visibility.type', preSend: [visibilityInBody] } },
	},
	{
		...recordList('Visible For Team', 'visibleTeamIds', 'getTeams', "Which teams find the macro. Needs 'Visible For' with teams"),
		routing: { send: { type: 'body', property: 'visibility.team_ids', preSend: [visibilityInBody] } },
	},
	{
		...recordList('Visible For User', 'visibleUserIds', 'getUsers', "Which users find the macro. Needs 'Visible For' with users", user),
		routing: {
			send: {
				type: 'body',
				property: 'visibility.user_ids',
				preSend: [visibilityInBody, recordsInList(user, 'visibility.user_ids', listName('Visible For User'))],
			},
		},
	},
];
