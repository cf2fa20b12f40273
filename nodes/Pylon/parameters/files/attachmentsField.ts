import type { INodeProperties } from 'n8n-workflow';
import { loadedPreSend } from '../../run/loadedPreSend';

const inputFilesExist = loadedPreSend(async () => (await import('./attachments')).inputFilesExist);

/** For the `additionalFields` of operations that take `attachment_urls`; `parameters/files/attachments.ts` uploads the files. */
export const binaryAttachments: INodeProperties = {
	displayName: 'Attachments (Input Data Field Names)',
	name: 'binaryPropertyNames',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	description:
		'Names of the input fields that contain files, separated by commas, or an expression that returns an array. The files are uploaded to Pylon and attached.',
	routing: { send: { preSend: [inputFilesExist] } },
};
