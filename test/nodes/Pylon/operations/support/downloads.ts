import type { IncomingMessage, ServerResponse } from 'node:http';
import { withLoopback } from '../../../../support/loopback';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon();

export const { serve, nobody } = withLoopback();

/**
 * @param content of the file
 * @param headers further ones, or others than those of a picture
 * @returns what answers a request with the file, as a picture
 */
export const file =
	(content: string, headers: Record<string, string> = {}) =>
	(_: IncomingMessage, response: ServerResponse) => {
		response.writeHead(200, { 'content-type': 'image/png', ...headers });
		response.end(content);
	};

/**
 * Runs 'Attachment: Download' on one item that has the address.
 * @param fileUrl the address
 * @param options what is set under 'Options'
 * @param more how often each request is tried (once unless told otherwise), and whether the run goes on after a failure
 * @returns what the run came to
 */
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

/**
 * @param error of a node
 * @returns its description; undefined when it has none
 */
export const descriptionOf = (error: Error | undefined) =>
	(error as { description?: string } | undefined)?.description;

/**
 * @param item of an output
 * @returns what its file `data` holds; empty where it has none
 */
export const bytesOf = (item: { binary?: Record<string, { data: string }> }) =>
	Buffer.from(item.binary?.data.data ?? '', 'base64');
