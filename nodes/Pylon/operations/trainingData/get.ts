import type { Operation } from '../operation';
import { trainingDataId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get training data',
	description: 'Get one container with the list of its documents',
	effect: 'reads',
	request: { method: 'GET', url: '/training-data/{trainingDataId}' },
	fields: [trainingDataId],
};
