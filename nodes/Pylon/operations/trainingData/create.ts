import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { trainingDataName, visibility } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create training data',
	description: "Create an empty container for documents that Pylon's AI answers from",
	effect: 'writesInternally',
	request: { method: 'POST', url: '/training-data' },
	safeToRepeat: false,
	fields: [
		trainingDataName,
		{
			...collections.additionalFields,
			options: [visibility],
		},
	],
};
