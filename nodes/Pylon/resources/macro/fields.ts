import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { conditionsInBody, visibilityInBody } from './macro.steps';

export const macroId = picker('Macro', 'macroId', 'The macro to work with');

export const macroGroupId = picker('Macro Group', 'macroGroupId', 'The folder that the macro is kept in');

/** What may be added to a macro: the rest of `CreateMacroRequestBody` (openapi.yaml). */
export const optionalFields: INodeProperties[] = [
	{
		displayName: 'Conditions (JSON)',
		name: 'conditions',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"field":"tags","operator":"contains","value":"vip"}',
		description: 'When the macro is offered, as JSON. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most.',
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
		options: [
			{ name: 'Everybody', value: 'org' },
			{ name: 'Teams', value: 'team' },
			{ name: 'Users', value: 'user' },
			{ name: 'Users and Teams', value: 'users_and_teams' },
		],
		routing: { send: { type: 'body', property: 'visibility.type', preSend: [visibilityInBody] } },
	},
	{
		displayName: 'Visible For Teams',
		name: 'visibleTeamIds',
		type: 'string',
		default: '',
		description: "IDs of teams, separated by commas, or an expression that yields an array. Needs 'Visible For' with teams.",
		routing: { send: { type: 'body', property: 'visibility.team_ids', preSend: [visibilityInBody] } },
	},
	{
		displayName: 'Visible For Users',
		name: 'visibleUserIds',
		type: 'string',
		default: '',
		description: "IDs of users, separated by commas, or an expression that yields an array. Needs 'Visible For' with users.",
		routing: { send: { type: 'body', property: 'visibility.user_ids', preSend: [visibilityInBody] } },
	},
];
