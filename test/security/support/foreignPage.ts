import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

/** A name of somebody else's that leads to this machine, after its page was loaded. */
export const REBOUND = 'rebound.example';

/** What came back of a call. */
export interface Answer {
	status: number;
	headers: string[];
	body: string;
}

/** A call as the browser of a page that has rebound its name makes it; `fetch` would not send this Host. */
export async function call(
	port: number,
	method: string,
	path: string,
	origin: string,
): Promise<Answer> {
	return await new Promise((resolve, reject) => {
		const headers = { host: `${REBOUND}:${port}`, origin, 'content-type': 'application/json' };
		const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (text: string) => (body += text));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: Object.keys(response.headers), body }),
			);
		});
		sent.on('error', reject);
		sent.end(method === 'POST' ? '{}' : undefined);
	});
}

/** Runs in a page: asks for each address with the cookies that the browser has for it. */
export const readAll = async (page: Page, addresses: string[]): Promise<Array<number | string>> =>
	await page.evaluate(
		async (all) =>
			await Promise.all(
				all.map(async (address) =>
					fetch(address, { credentials: 'include' }).then(
						({ status }) => status,
						() => 'not readable',
					),
				),
			),
		addresses,
	);

/** Runs in a page: sends what needs no permission of the other side, and cannot read the answer. */
export const sendAll = async (
	page: Page,
	addresses: Array<[method: string, address: string, body: string]>,
) =>
	await page.evaluate(async (all) => {
		for (const [method, address, body] of all)
			await fetch(address, {
				method,
				mode: 'no-cors',
				credentials: 'include',
				headers: { 'content-type': 'text/plain' },
				body,
			}).catch(() => undefined);
	}, addresses);

/** Runs in a page: what n8n tells it of what it tells the editor, until n8n ends the connection. */
export const heard = async (page: Page, address: string): Promise<string[]> =>
	await page.evaluate(
		async (url) =>
			await new Promise<string[]>((resolve) => {
				const messages: string[] = [];
				const socket = new WebSocket(url);
				// All that it may be told is that it is not the editor.
				socket.onmessage = ({ data }) => data !== 'Invalid origin!' && messages.push(String(data));
				socket.onclose = () => resolve(messages);
				setTimeout(() => resolve([...messages, 'not ended']), 30_000);
			}),
		address,
	);

/** Starts a website on loopback: one of another port is as foreign as one of another name. */
export async function foreignSite(): Promise<{ url: string; server: Server }> {
	const server = createServer((_, response) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Foreign</title>'),
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
