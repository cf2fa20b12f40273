import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../parameters/choices/choiceFields';
import { textField } from '../../parameters/texts/textField';
import { messageFields, optionalMessageFields } from '../../parameters/message/messageFields';
import { picker, recordField } from '../../parameters/record/recordField';
import { recordListField } from '../../parameters/record/recordListField';
import { macro } from '../../records/macro';
import { macroGroup } from '../../records/macroGroup';
import { user } from '../../records/user';
import { sentField } from '../../parameters/sentField';
import { conditionField } from '../../parameters/filter/conditionField';
import { VISIBLE_FOR, visibilityInBody } from './macro.steps';

export const macroId = picker('Macro', 'macroId', 'The macro to work with', macro);

export const macroGroupId = recordField(macroGroup, {
	displayName: 'Macro Group',
	name: 'macroGroupId',
	property: 'macro_group_id',
	description: 'The group to put the macro in',
});

/** Required to create a macro, optional to change one. */
export const macroName: INodeProperties = textField({
	displayName: 'Macro Name',
	name: 'macroName',
	property: 'name',
	placeholder: 'e.g. Ask for the workspace',
});

const TEXT = {
	displayName: 'Text',
	name: 'macroText',
	property: 'text_html',
	placeholder: 'e.g. Which workspace is this about?',
	description: 'The text that the macro inserts',
};

export const text = messageFields(TEXT);

export const changedText = optionalMessageFields(TEXT);

export const conditions = conditionField({
	displayName: 'Conditions (JSON)',
	name: 'conditions',
	property: 'conditions',
	description: 'When to offer the macro',
});

/** What else may be added to a macro: the rest of `CreateMacroRequestBody` (openapi.yaml). */
export const typeAndVisibility: INodeProperties[] = [
	optionsField({
		displayName: 'Text Type',
		name: 'textType',
		property: 'text_type',
		default: 'reply',
		description: 'What the text is used for',
		options: [
			{ name: 'Email', value: 'email' },
			{ name: 'Internal Note', value: 'note' },
			{ name: 'Reply', value: 'reply' },
		],
	}),
	sentField(
		'options',
		'org',
		{
			displayName: VISIBLE_FOR.displayName,
			name: 'visibility',
			property: 'visibility.type',
			description: 'Who can use the macro',
			options: VISIBLE_FOR.options,
		},
		() => visibilityInBody,
	),
	recordListField({
		noun: VISIBLE_FOR.teams,
		name: 'visibleTeamIds',
		property: 'visibility.team_ids',
		loadOptionsMethod: 'getTeams',
		description: "The teams that can use the macro. Only with a 'Visible For' that includes teams",
		read: [() => visibilityInBody],
	}),
	recordListField({
		noun: VISIBLE_FOR.users,
		name: 'visibleUserIds',
		property: 'visibility.user_ids',
		loadOptionsMethod: 'getUsers',
		description: "The users who can use the macro. Only with a 'Visible For' that includes users",
		kind: user,
		read: [() => visibilityInBody],
	}),
];
