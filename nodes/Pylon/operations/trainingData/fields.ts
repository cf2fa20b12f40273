import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../parameters/choices/choiceFields';
import { textField } from '../../parameters/texts/textField';
import { picker, recordField } from '../../parameters/record/recordField';
import { readIds } from '../../../shared/input';
import { listInQuery } from '../../parameters/query';
import { recordListField } from '../../parameters/record/recordListField';
import { trainingData } from '../../records/trainingData';

export const trainingDataId = picker(
	'Training Data',
	'trainingDataId',
	'The container of documents to work with',
	trainingData,
);

export const trainingDataName: INodeProperties = textField({
	displayName: 'Training Data Name',
	name: 'trainingDataName',
	property: 'training_data_name',
	required: true,
	placeholder: 'e.g. Product manuals',
	description: 'Name of the container',
});

/** An upload names its container by ID or by name (openapi.yaml, `uploadTrainingDataFiles`). */
export const container: INodeProperties[] = [
	{
		displayName: 'Add To',
		name: 'container',
		type: 'options',
		noDataExpression: true,
		default: 'id',
		options: [
			{
				name: 'Existing Training Data',
				value: 'id',
				description: 'An existing container',
			},
			{ name: 'Training Data by Name', value: 'name', description: 'A container by its name' },
		],
	},
	{
		...recordField(trainingData, {
			displayName: 'Training Data',
			name: 'trainingDataId',
			property: 'training_data_id',
			description: 'The container of documents to work with',
		}),
		displayOptions: { show: { container: ['id'] } },
	},
	{ ...trainingDataName, displayOptions: { show: { container: ['name'] } } },
];

export const visibility: INodeProperties = optionsField({
	displayName: 'Visibility',
	name: 'visibility',
	property: 'visibility',
	default: 'everyone',
	description: 'Who can get answers based on the documents',
	options: [
		{ name: 'AI Agents Only', value: 'ai_agent_only' },
		{ name: 'Everyone', value: 'everyone' },
		{ name: 'Users Only', value: 'user_only' },
	],
});

export const documentIds = recordListField({
	noun: 'Document',
	name: 'documentIds',
	property: 'document_ids',
	loadOptionsMethod: 'getTrainingDataDocuments',
	description: 'The documents to delete',
	dependsOn: 'trainingDataId.value',
	to: 'query',
	read: [(property, displayName) => listInQuery(property, displayName, readIds)],
});
