import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../parameters/record/recordField';
import { trainingData } from '../../records/trainingData';
import { textInBody } from '../../parameters/texts/body';
import { recordInBody } from '../../parameters/record/recordReference';

export const trainingDataId = picker(
	'Training Data',
	'trainingDataId',
	'The container of documents to work with',
	trainingData,
);

export const trainingDataName: INodeProperties = {
	displayName: 'Training Data Name',
	name: 'trainingDataName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Product manuals',
	description: 'Name of the container',
	routing: {
		send: {
			type: 'body',
			property: 'training_data_name',
			preSend: [textInBody('training_data_name', 'Training Data Name')],
		},
	},
};

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
				description: 'A container that is there already, by its ID',
			},
			{ name: 'Training Data by Name', value: 'name', description: 'A container by its name' },
		],
	},
	{
		...trainingDataId,
		displayOptions: { show: { container: ['id'] } },
		routing: {
			send: {
				type: 'body',
				property: 'training_data_id',
				preSend: [
					recordInBody(trainingData, 'trainingDataId', 'training_data_id', 'Training Data'),
				],
			},
		},
	},
	{ ...trainingDataName, displayOptions: { show: { container: ['name'] } } },
];

export const visibility: INodeProperties = {
	displayName: 'Visibility',
	name: 'visibility',
	type: 'options',
	default: 'everyone',
	description: 'Who gets answers that are made of the documents',
	options: [
		{ name: 'AI Agents Only', value: 'ai_agent_only' },
		{ name: 'Everyone', value: 'everyone' },
		{ name: 'Users Only', value: 'user_only' },
	],
	routing: { send: { type: 'body', property: 'visibility' } },
};
