import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Sends a POST whose body is not what its headers promise, closes the connection, and waits until the other side did too.
 * @param url of the webhook
 * @param headers what they promise
 * @param body what is sent behind them
 */
export async function cutOff(
	url: string,
	headers: Record<string, string>,
	body: string,
): Promise<void> {
	const { hostname, port, pathname } = new URL(url);
	const socket = connect(Number(port), hostname);
	await once(socket, 'connect');
	const lines = Object.entries({ host: hostname, ...headers }).map(
		([name, value]) => `${name}: ${value}\r\n`,
	);
	socket.resume();
	socket.end(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
	await once(socket, 'close');
}
