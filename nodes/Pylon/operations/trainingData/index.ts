import type { Resource } from '../operation';
import { create } from './create';
import { deleteDocuments } from './deleteDocuments';
import { get } from './get';
import { getAll } from './getAll';
import { uploadContent } from './uploadContent';
import { uploadFiles } from './uploadFiles';

export const trainingData: Resource = {
	name: 'AI Training Data',
	value: 'trainingData',
	operations: [create, get, getAll, uploadContent, uploadFiles, deleteDocuments],
	default: 'uploadFiles',
};
