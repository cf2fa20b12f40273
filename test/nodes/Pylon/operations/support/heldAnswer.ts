import type { IncomingMessage, ServerResponse } from 'node:http';

import { startLoopback, type Loopback } from '../../../../support/loopback';

async function textOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

async function passOn(
	target: string,
	request: IncomingMessage,
	response: ServerResponse,
	wait: () => Promise<void>,
): Promise<void> {
	const { authorization = '', 'content-type': type } = request.headers;
	const body = request.method === 'GET' ? undefined : await textOf(request);
	const answer = await fetch(`${target}${request.url}`, {
		method: request.method,
		headers: { authorization, ...(type === undefined ? {} : { 'content-type': type }) },
		body,
	});
	const text = await answer.text();
	await wait();
	response.writeHead(answer.status, { 'content-type': 'application/json' });
	response.end(text);
}

/**
 * A way to the simulated Pylon on which the answer to the first search is late: it was found at once, but arrives only when
 * another request has come. A request that gets no answer there gets none here.
 * @param target of the simulated Pylon
 * @param isAwaited whether a path is that of the other request
 * @returns the running server, and a credential that leads to it
 */
export async function holdingFirstSearch(
	target: string,
	isAwaited: (path: string) => boolean,
): Promise<Loopback> {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	let searches = 0;
	return await startLoopback((request, response) => {
		const { url = '' } = request;
		const isHeld = url.endsWith('/search') && ++searches === 1;
		if (isAwaited(url)) release();
		passOn(target, request, response, async () => {
			if (isHeld) await released;
		}).catch(() => response.destroy());
	});
}
