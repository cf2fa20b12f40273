import { collections } from '../../parameters/collections';
import { filesInBody } from '../../parameters/files/upload';
import type { Operation } from '../operation';
import { container, visibility } from './fields';
import { namesOfFiles } from './uploadFiles.steps';

export const uploadFiles: Operation = {
	name: 'Upload Files',
	value: 'uploadFiles',
	action: 'Upload files to training data',
	description:
		"Add up to 10 files of the incoming item as documents that Pylon's AI answers from: PDF, text, Markdown, CSV, JSON or images, 50 MB each and 100 MB in all",
	request: { method: 'POST', url: '/training-data/upload' },
	safeToRepeat: false,
	fields: [
		...container,
		{
			displayName: 'Input Data Field Name',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the input field that holds the file',
			description: 'For several files their names, separated by commas',
			routing: {
				send: {
					preSend: [
						namesOfFiles,
						filesInBody('files', 'binaryPropertyName', 'Input Data Field Name'),
					],
				},
			},
		},
		{
			...collections.additionalFields,
			options: [
				{
					displayName: 'External IDs',
					name: 'externalIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. manual-1, manual-2',
					description:
						'IDs of your own system, one for each file in the same order, by which the documents can be deleted later',
					routing: { send: { type: 'body', property: 'external_ids' } },
				},
				{
					displayName: 'File Names',
					name: 'fileNames',
					type: 'string',
					default: '',
					placeholder: 'e.g. returns.pdf, prices.csv',
					description:
						'Names of the documents, one for each file in the same order. Without them, the names of the files.',
					routing: { send: { type: 'body', property: 'file_names' } },
				},
				visibility,
			],
		},
	],
};
