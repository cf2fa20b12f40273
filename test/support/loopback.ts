import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CredentialData } from './additionalData';
import { selfSigned } from './certificate';

/** A server on a free port of 127.0.0.1, for what the simulated Pylon does not do. */
export interface Loopback {
	url: string;
	port: number;
	/** A credential for it. */
	credentials: CredentialData;
	/** Method and path of every request, in order. */
	requests: Array<{ method: string; url: string; authorization?: string }>;
	close(): Promise<void>;
}

async function start(
	scheme: string,
	listener: RequestListener,
	serverOf: (listener: RequestListener) => Server,
): Promise<Loopback> {
	const requests: Loopback['requests'] = [];
	const server = serverOf((request, response) => {
		const { method = '', url = '', headers } = request;
		requests.push({ method, url, authorization: headers.authorization });
		listener(request, response);
	});
	// On a machine that stands still for seconds, an idle connection would end just when it is used again.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const url = `${scheme}://127.0.0.1:${port}`;
	return {
		url,
		port,
		credentials: { region: 'custom', baseUrl: url, apiToken: 'any-token' },
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/**
 * Starts an HTTP server.
 *
 * @param listener answers its requests
 * @returns the server; `withLoopback` also ends it
 */
export const startLoopback = async (listener: RequestListener): Promise<Loopback> =>
	await start('http', listener, createServer);

/** What `withLoopback` gives to tests. */
export interface LoopbackServers {
	/** Starts a server that answers as `listener` does. */
	serve(listener: RequestListener): Promise<Loopback>;
	/** Starts an HTTPS server with a certificate that nobody trusts. */
	serveSelfSigned(): Promise<Loopback>;
	/** A server that has ended already: nothing listens at its address. */
	nobody(): Promise<Loopback>;
}

/**
 * Gives servers to the tests of a file or `describe` block; each ends after the test that has started it.
 *
 * @returns functions that start one
 */
export function withLoopback(): LoopbackServers {
	const servers: Loopback[] = [];
	afterEach(async () => {
		for (const server of servers.splice(0)) await server.close();
	});
	const kept = (server: Loopback): Loopback => {
		servers.push(server);
		return server;
	};
	return {
		serve: async (listener) => kept(await startLoopback(listener)),
		serveSelfSigned: async () =>
			kept(
				await start(
					'https',
					(_, response) => response.end('{}'),
					(listener) => createTlsServer(selfSigned(), listener) as unknown as Server,
				),
			),
		nobody: async () => {
			const server = await startLoopback(() => undefined);
			await server.close();
			return server;
		},
	};
}
