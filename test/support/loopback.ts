import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Loopback {
	url: string;
	/** Method and path of every request, in order. */
	requests: Array<{ method: string; url: string; authorization?: string }>;
	close(): Promise<void>;
}

/** An HTTP server on a free port of 127.0.0.1 that answers as `handler` does. */
export async function startLoopback(
	handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
	const requests: Loopback['requests'] = [];
	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		requests.push({ method, url, authorization: headers.authorization });
		handler(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
