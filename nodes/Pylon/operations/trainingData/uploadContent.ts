import { collections } from '../../parameters/collections';
import { freeTextInBody, textInBody } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { container, visibility } from './fields';

/** The specification marks nothing as required, a catalogue marks content and file name (openapi.yaml). */
export const uploadContent: Operation = {
	name: 'Upload Content',
	value: 'uploadContent',
	action: 'Upload content to training data',
	description: "Add a text as a document that Pylon's AI answers from",
	request: { method: 'POST', url: '/training-data/upload-content' },
	safeToRepeat: false,
	fields: [
		...container,
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. returns.md',
			description: 'Name of the document that the text becomes',
			routing: {
				send: {
					type: 'body',
					property: 'file_name',
					preSend: [textInBody('file_name', 'File Name')],
				},
			},
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			description: 'The text itself, plain or Markdown',
			routing: {
				send: {
					type: 'body',
					property: 'content',
					preSend: [freeTextInBody('content', 'Content')],
				},
			},
		},
		{
			...collections.additionalFields,
			options: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					placeholder: 'e.g. manual-1',
					description: 'An ID of your own system, by which the document can be deleted later',
					routing: {
						send: {
							type: 'body',
							property: 'external_id',
							preSend: [textInBody('external_id', 'External ID')],
						},
					},
				},
				visibility,
			],
		},
	],
};
