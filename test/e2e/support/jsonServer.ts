import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to a simulated service, its body parsed when it is JSON. */
export interface JsonRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** A service on loopback that speaks JSON. */
export interface JsonServer {
	/** Without a slash at the end. */
	url: string;
	/** Everything received, in order. */
	requests: JsonRequest[];
	close(): Promise<void>;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text || undefined;
	}
}

/**
 * Starts a service on a free port of 127.0.0.1.
 *
 * @param answer what it answers to a request, 200 unless a status is named
 * @returns the service, which listens
 */
export async function startJsonServer(
	answer: (request: JsonRequest) => { status?: number; body: unknown },
): Promise<JsonServer> {
	const requests: JsonRequest[] = [];
	const server = createServer((incoming, response) => {
		let text = '';
		incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
		incoming.on('end', () => {
			const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
			const request = {
				method: incoming.method ?? 'GET',
				path: pathname,
				query: searchParams,
				headers: incoming.headers,
				body: parsed(text),
			};
			requests.push(request);
			const { status = 200, body } = answer(request);
			response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
			response.end(JSON.stringify(body));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
