import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { downloadable, downloadToItem } from './download.handler';

/** No endpoint of Pylon's: messages carry `file_urls`, voice calls `download_url` (openapi.yaml). */
export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download attachment',
	description:
		'Fetch the file of a message, a voice call or a call recording from its address into the item. The API token is not sent there.',
	effect: 'reads',
	request: { method: 'GET', url: '' },
	validate: [downloadable],
	run: downloadToItem,
	fields: [
		{
			displayName: 'File URL',
			name: 'fileUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://assets.usepylon.com/…',
			description:
				"Address of the file: one of a message's file_urls, or a voice call's download_url. Such addresses expire.",
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
					description: 'A larger file is not fetched to its end. Without this, 50 MB is the most.',
				},
				{
					displayName: 'Only From Pylon',
					name: 'onlyFromPylon',
					type: 'boolean',
					default: true,
					description:
						"Whether to fetch files only from usepylon.com and from the credential's own host, also where a redirect leads. Switched off, any address is fetched that this n8n can reach, those inside its network among them.",
				},
				{
					displayName: 'Put Output File in Field',
					name: 'binaryPropertyName',
					placeholder: 'e.g. data',
					type: 'string',
					default: 'data',
					description: 'Name of the field that the file goes into',
				},
			],
		},
	],
};
