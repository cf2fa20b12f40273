import { collections } from '../../fields/collections';
import type { Operation } from '../resource';
import { trainingDataName, visibility } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create training data',
	description: "Add an empty container of documents that Pylon's AI answers from",
	routing: { request: { method: 'POST', url: '/training-data' } },
	fields: [
		trainingDataName,
		{
			...collections.additionalFields,
			options: [visibility],
		},
	],
};
