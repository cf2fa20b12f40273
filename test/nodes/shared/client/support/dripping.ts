import { createServer, type AddressInfo, type Socket } from 'node:net';

import type { CredentialData } from '../../../../support/additionalData';

/** Where a server begins to send a byte now and then, for ever. */
export type DripsIn = 'header' | 'body' | 'second page';

export interface Dripping {
	credentials: CredentialData;
	url: string;
	/** Connections that are still open. */
	readonly open: number;
	close(): Promise<void>;
}

const EVERY_MS = 20;

function drip(socket: Socket): void {
	const timer = setInterval(() => socket.write(' '), EVERY_MS);
	socket.once('close', () => clearInterval(timer));
}

function answer(socket: Socket, body: string): void {
	socket.write(
		`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
	);
}

/**
 * Starts a server that answers, but never to the end: it is never silent, so that a limit for silence alone does not help.
 * @param where which part of the answer has no end
 * @returns the running server
 */
export async function dripping(where: DripsIn): Promise<Dripping> {
	const sockets = new Set<Socket>();
	let requests = 0;
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		socket.on('error', () => undefined);
		let drips = false;
		socket.on('data', () => {
			requests++;
			if (drips) return;
			if (where === 'second page' && requests === 1) {
				return answer(
					socket,
					'{"data":[{"id":"1"}],"pagination":{"has_next_page":true,"cursor":"c"},"request_id":"r"}',
				);
			}
			drips = true;
			socket.write(
				where === 'header'
					? 'HTTP/1.1 200 OK\r\nX-Slow: '
					: 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n',
			);
			drip(socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		credentials: { region: 'custom', baseUrl: url, apiToken: 'any-token' },
		get open() {
			return sockets.size;
		},
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
