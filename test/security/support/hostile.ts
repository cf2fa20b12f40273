import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { selfSigned } from '../../support/certificate';

/** A server that keeps every byte that it gets. */
export interface Hostile {
	url: string;
	/** All that came, in plain text as far as it could be read. */
	readonly received: string;
	/** Requests, and tunnels that were asked for. */
	readonly requests: string[];
	close(): Promise<void>;
}

/** How a false proxy answers, be it for a tunnel or for a request that it is to pass on. */
export type Lie =
	/** In the place of Pylon, behind a certificate of its own. */
	| 'answers behind a false certificate'
	/** In the place of Pylon, without any encryption. */
	| 'answers in plain text'
	| 'redirects to another host'
	| 'asks for credentials';

export const LIES: Lie[] = [
	'answers behind a false certificate',
	'answers in plain text',
	'redirects to another host',
	'asks for credentials',
];

/** An answer that Pylon could have given. */
const GOOD = JSON.stringify({ data: { id: 'false', name: 'False' }, request_id: 'false' });

const plain = (status: string, headers: string[], body = ''): string =>
	[
		`HTTP/1.1 ${status}`,
		...headers,
		'content-type: application/json',
		`content-length: ${body.length}`,
		'connection: close',
		'',
		body,
	].join('\r\n');

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** What all servers of this file have in common. */
async function hostile(
	onData: (socket: Socket, text: string, keep: (text: string) => void) => void,
): Promise<Hostile> {
	let received = '';
	const requests: string[] = [];
	const sockets = new Set<Socket>();
	const keep = (text: string) => {
		received += text;
	};
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
		const listen = (chunk: Buffer) => {
			const text = chunk.toString('latin1');
			keep(text);
			const [line] = text.split('\r\n');
			if (/^[A-Z]+ \S+ HTTP\//.test(line)) requests.push(line);
			// Only the head counts; a body comes with it, or is kept all the same.
			if (text.includes('\r\n\r\n')) {
				if (text.startsWith('CONNECT ')) socket.off('data', listen);
				onData(socket, text, keep);
			}
		};
		socket.on('data', listen);
	});
	const port = await listening(server);
	return {
		url: `http://127.0.0.1:${port}`,
		get received() {
			return received;
		},
		requests,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Takes part in a tunnel as the server behind it; keeps what can be read. */
function pretendToBePylon(socket: Socket, keep: (text: string) => void): void {
	const inside = new TLSSocket(socket, { isServer: true, ...selfSigned() });
	inside.on('error', () => socket.destroy());
	inside.on('data', (chunk: Buffer) => {
		keep(chunk.toString('latin1'));
		inside.end(plain('200 OK', [], GOOD));
	});
}

/** A proxy that does not pass anything on. */
export interface FalseProxy extends Hostile {
	/** What it does instead, from now on. */
	lie: Lie;
}

/**
 * Starts a proxy that does not pass anything on.
 *
 * @param elsewhere where it redirects to
 * @returns the proxy, which tells the first of its lies
 */
export async function falseProxy(elsewhere: string): Promise<FalseProxy> {
	let lie: Lie = LIES[0];
	const proxy = await hostile((socket, text, keep) => {
		if (lie === 'redirects to another host')
			return void socket.end(plain('302 Found', [`location: ${elsewhere}/me`]));
		if (lie === 'asks for credentials')
			return void socket.end(
				plain('407 Proxy Authentication Required', ['proxy-authenticate: Basic realm="proxy"']),
			);
		if (!text.startsWith('CONNECT ')) return void socket.end(plain('200 OK', [], GOOD));
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		if (lie === 'answers behind a false certificate') return pretendToBePylon(socket, keep);
		socket.on('data', (chunk: Buffer) => {
			keep(chunk.toString('latin1'));
			socket.end(plain('200 OK', [], GOOD));
		});
	});
	return Object.defineProperty(proxy, 'lie', {
		get: () => lie,
		set: (next: Lie) => (lie = next),
	}) as FalseProxy;
}

/**
 * Starts a host that nobody should ask anything.
 *
 * @returns the host, which listens
 */
export const elsewhere = async (): Promise<Hostile> =>
	await hostile((socket) => socket.end(plain('200 OK', [], GOOD)));

/**
 * Starts a server, for the address of a credential, that sends everybody away.
 *
 * @param status line of its answer, without the version, e.g. "302 Found"
 * @param headers lines of its answer
 * @returns the server, which listens
 */
export const sendingAway = async (status: string, headers: string[]): Promise<Hostile> =>
	await hostile((socket) => socket.end(plain(status, headers)));
