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

/**
 * Makes a call as the browser of a page that has rebound its name makes it; `fetch` would not send this Host.
 *
 * @param port of 127.0.0.1
 * @param method of HTTP
 * @param path with its slash
 * @param origin of the page
 * @returns what came back
 */
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

/**
 * Asks, in a page, for each address with the cookies that the browser has for it.
 *
 * @param page the foreign one
 * @param addresses full URLs
 * @returns for each, the status that the page could read, or "not readable"
 */
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

/**
 * Sends, in a page, what needs no permission of the other side. The page cannot read the answers.
 *
 * @param page the foreign one
 * @param addresses method, full URL and body of each call
 * @returns nothing, when all were sent
 */
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

/**
 * Listens, in a page, to what n8n tells the editor, until n8n ends the connection.
 *
 * @param page the foreign one
 * @param address of n8n's WebSocket
 * @returns messages; "not ended" is the last when n8n does not end it within 30 seconds
 */
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

/**
 * Starts a website on loopback: one of another port is as foreign as one of another name.
 *
 * @returns its address, and the server to be closed
 */
export async function foreignSite(): Promise<{ url: string; server: Server }> {
	const server = createServer((_, response) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Foreign</title>'),
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
