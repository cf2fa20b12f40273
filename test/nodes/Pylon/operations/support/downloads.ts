import type { IncomingMessage, ServerResponse } from 'node:http';
import { withLoopback } from '../../../../support/loopback';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon();

export const { serve, nobody } = withLoopback();

/** @returns what answers a request with a picture's headers and this content */
export const file =
	(content: string, headers: Record<string, string> = {}) =>
	(_: IncomingMessage, response: ServerResponse) => {
		response.writeHead(200, { 'content-type': 'image/png', ...headers });
		response.end(content);
	};

/** Runs 'Attachment: Download' on one item that has the address. */
export const download = async (
	fileUrl: string,
	options: Record<string, string | number | boolean> = {},
	more: { maxTries?: number; continueOnFail?: boolean } = {},
) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'attachment',
			operation: 'download',
			fileUrl: '={{ $json.url }}',
			options,
			requestOptions: { maxTries: more.maxTries ?? 1 },
		},
		[{ url: fileUrl }],
		{ continueOnFail: more.continueOnFail },
	);

/** @returns the description of a node's error; undefined when it has none */
export const descriptionOf = (error: Error | undefined) =>
	(error as { description?: string } | undefined)?.description;

/** @returns what the file of an item holds */
export const bytesOf = (item: { binary?: Record<string, { data: string }> }) =>
	Buffer.from(item.binary?.data.data ?? '', 'base64');
