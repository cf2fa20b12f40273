import type { INodeProperties } from 'n8n-workflow';
import { messageFields, optionalMessageFields } from '../../parameters/message/messageFields';
import { picker, recordField } from '../../parameters/record/recordField';
import { listName, recordList } from '../../parameters/record/recordListField';
import { macro } from '../../records/macro';
import { macroGroup } from '../../records/macroGroup';
import { user } from '../../records/user';
import { textInBody } from '../../parameters/texts/body';
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
	routing: {
		send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Macro Name')] },
	},
};

const TEXT = {
	displayName: 'Text',
	name: 'macroText',
	property: 'text_html',
	placeholder: 'e.g. Which workspace is this about?',
	description: 'What the macro inserts',
};

export const text = messageFields(TEXT);

export const changedText = optionalMessageFields(TEXT);

/** What may be added to a macro: the rest of `CreateMacroRequestBody` (openapi.yaml). */
export const optionalFields: INodeProperties[] = [
	{
		displayName: 'Conditions (JSON)',
		name: 'conditions',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"field":"tags","operator":"contains","value":"vip"}',
		description:
			'When the macro is offered, as JSON, such as {"field":"tags","operator":"contains","value":"vip"}. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most.',
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
		...recordList(
			'Visible For Team',
			'visibleTeamIds',
			'getTeams',
			"Which teams find the macro. Needs 'Visible For' with teams",
		),
		routing: {
			send: { type: 'body', property: 'visibility.team_ids', preSend: [visibilityInBody] },
		},
	},
	{
		...recordList(
			'Visible For User',
			'visibleUserIds',
			'getUsers',
			"Which users find the macro. Needs 'Visible For' with users",
			user,
		),
		routing: {
			send: {
				type: 'body',
				property: 'visibility.user_ids',
				preSend: [
					visibilityInBody,
					recordsInList(user, 'visibility.user_ids', listName('Visible For User')),
				],
			},
		},
	},
];
