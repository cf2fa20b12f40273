import type { IncomingMessage, ServerResponse } from 'node:http';
import { withLoopback } from '../../../../support/loopback';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon();

export const { serve, nobody } = withLoopback();

export const file =
	(content: string, headers: Record<string, string> = {}) =>
	(_: IncomingMessage, response: ServerResponse) => {
		response.writeHead(200, { 'content-type': 'image/png', ...headers });
		response.end(content);
	};

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

export const descriptionOf = (error: Error | undefined) =>
	(error as { description?: string } | undefined)?.description;

export const bytesOf = (item: { binary?: Record<string, { data: string }> }) =>
	Buffer.from(item.binary?.data.data ?? '', 'base64');
