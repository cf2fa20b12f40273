import { freeTextField, textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { container, visibility } from './fields';

/** The specification marks nothing as required, a catalogue marks content and file name (openapi.yaml). */
export const uploadContent: Operation = {
	name: 'Upload Content',
	value: 'uploadContent',
	action: 'Upload content to training data',
	description: "Add a text as a document that Pylon's AI answers from",
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
			description: 'Name of the document that the text becomes',
		}),
		freeTextField({
			displayName: 'Content',
			name: 'content',
			placeholder: 'e.g. Exports stop at 10,000 rows.',
			property: 'content',
			typeOptions: { rows: 5 },
			required: true,
			description: 'The text itself, plain or Markdown',
		}),
		{
			...collections.additionalFields,
			options: [
				textField({
					displayName: 'External ID',
					name: 'externalId',
					property: 'external_id',
					placeholder: 'e.g. manual-1',
					description: 'An ID of your own system, by which the document can be deleted later',
				}),
				visibility,
			],
		},
	],
};
