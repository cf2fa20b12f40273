import { freeTextField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { fileSource } from '../../parameters/files/fileSourceFields';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create attachment',
	description: "Upload a file to Pylon and get a URL for 'Attachment URLs' of issues and messages",
	effect: 'writesInternally',
	request: { method: 'POST', url: '/attachments' },
	safeToRepeat: false,
	fields: [
		...fileSource,
		{
			...collections.additionalFields,
			options: [
				freeTextField({
					displayName: 'Description',
					name: 'description',
					property: 'description',
					placeholder: 'e.g. Screenshot of the export page',
					description: 'A short description of the file',
				}),
			],
		},
	],
};
