import { collections } from '../../parameters/collections';
import { inputFiles } from '../../parameters/files/upload';
import type { Operation } from '../operation';
import { container, visibility } from './fields';
import { sentField } from '../../parameters/sentField';
import { notTooManyFiles, onePerFile } from './uploadFiles.steps';

export const uploadFiles: Operation = {
	name: 'Upload Files',
	value: 'uploadFiles',
	action: 'Upload files to training data',
	description:
		"Add up to 10 files of the incoming item as documents that Pylon's AI answers from: PDF, text, Markdown, CSV, JSON or images, 50 MB each and 100 MB in total",
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/training-data/upload' },
	safeToRepeat: false,
	fields: [
		...container,
		inputFiles({
			part: 'files',
			before: notTooManyFiles,
			hint: 'The name of the input field that contains the file',
			description: 'For several files, enter their names separated by commas',
		}),
		{
			...collections.additionalFields,
			options: [
				sentField(
					'string',
					'',
					{
						displayName: 'External IDs',
						name: 'externalIds',
						property: 'external_ids',
						placeholder: 'e.g. manual-1, manual-2',
						description:
							'The IDs of the documents in your own system, one per file in the same order, by which you can delete them later',
					},
					onePerFile,
				),
				sentField(
					'string',
					'',
					{
						displayName: 'File Names',
						name: 'fileNames',
						property: 'file_names',
						placeholder: 'e.g. returns.pdf, prices.csv',
						description:
							'Names for the documents, one per file in the same order. By default, the names of the files.',
					},
					onePerFile,
				),
				visibility,
			],
		},
	],
};
