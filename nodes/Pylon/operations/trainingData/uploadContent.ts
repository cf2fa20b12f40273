import { freeTextField, textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { container, visibility } from './fields';

/** The specification marks nothing as required, a catalogue marks content and file name (openapi.yaml). */
export const uploadContent: Operation = {
	name: 'Upload Content',
	value: 'uploadContent',
	action: 'Upload content to training data',
	description: "Add text as a document that Pylon's AI answers from",
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/training-data/upload-content' },
	safeToRepeat: false,
	fields: [
		...container,
		textField({
			displayName: 'File Name',
			name: 'fileName',
			property: 'file_name',
			required: true,
			placeholder: 'e.g. returns.md',
			description: 'Name for the document',
		}),
		freeTextField({
			displayName: 'Content',
			name: 'content',
			placeholder: 'e.g. Exports stop at 10,000 rows.',
			property: 'content',
			typeOptions: { rows: 5 },
			required: true,
			description: 'The text of the document, plain or Markdown',
		}),
		{
			...collections.additionalFields,
			options: [
				textField({
					displayName: 'External ID',
					name: 'externalId',
					property: 'external_id',
					placeholder: 'e.g. manual-1',
					description:
						'The ID of the document in your own system, by which you can delete it later',
				}),
				visibility,
			],
		},
	],
};
