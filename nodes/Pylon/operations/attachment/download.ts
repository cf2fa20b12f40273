import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';

/** Has no endpoint of Pylon's: messages have `file_urls`, voice calls `download_url` (openapi.yaml). */
export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download attachment',
	description:
		'Download the file of a message, voice call or call recording from its URL. The API token is not sent to that URL.',
	effect: 'reads',
	request: { method: 'GET', url: '' },
	load: async () => {
		const { downloadable, downloadToItem } = await import('./download.handler');
		return { validate: [downloadable], run: downloadToItem };
	},
	fields: [
		{
			displayName: 'File URL',
			name: 'fileUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://assets.usepylon.com/…',
			description:
				"URL of the file: one of a message's file_urls, or a voice call's download_url. These URLs expire.",
		},
		{
			...collections.options,
			options: [
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string',
					default: '',
					placeholder: 'e.g. screenshot.png',
					description: 'Name of the file. Leave out to keep its original name.',
				},
				{
					displayName: 'Largest Size (MB)',
					name: 'largestSize',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 50,
					description: 'Larger files are refused. The default is 50 MB.',
				},
				{
					displayName: 'Only From Pylon',
					name: 'onlyFromPylon',
					type: 'boolean',
					default: true,
					description:
						"Whether to download only from usepylon.com and the credential's own host, including after redirects. When off, the node downloads from any address that this n8n can reach, including those inside its network.",
				},
				{
					displayName: 'Put Output File in Field',
					name: 'binaryPropertyName',
					placeholder: 'e.g. data',
					type: 'string',
					default: 'data',
					description: 'Name of the output field to put the file in',
				},
			],
		},
	],
};
