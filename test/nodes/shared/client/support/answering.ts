import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { CredentialData } from '../../../../support/additionalData';
import { selfSigned } from './certificate';

export interface Answering {
	port: number;
	/** A credential for it. */
	credentials: CredentialData;
	/** How many requests came. */
	received: number;
	close(): Promise<void>;
}

async function started(server: Server, scheme: string, received: () => number): Promise<Answering> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		credentials: {
			region: 'custom',
			baseUrl: `${scheme}://127.0.0.1:${port}`,
			apiToken: 'any-token',
		},
		get received() {
			return received();
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A server for what the simulated Pylon does not do. */
export async function answering(listener: RequestListener): Promise<Answering> {
	let received = 0;
	const server = createServer((request, response) => {
		received += 1;
		listener(request, response);
	});
	return await started(server, 'http', () => received);
}

/** A server with a certificate that nobody trusts. */
export async function answeringSelfSigned(): Promise<Answering> {
	let received = 0;
	const server = createTlsServer(selfSigned(), (_, response) => {
		received += 1;
		response.end('{}');
	});
	return await started(server as unknown as Server, 'https', () => received);
}

/** A port where nothing listens. */
export async function closedPort(): Promise<number> {
	const server = await answering(() => undefined);
	await server.close();
	return server.port;
}
