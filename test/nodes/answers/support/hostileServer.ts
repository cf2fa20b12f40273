import type { IncomingMessage, ServerResponse } from 'node:http';

import type { SimulatedPylon } from '../../../../sandbox/pylon';
import type { CredentialData } from '../../../support/additionalData';
import { startLoopback } from '../../../support/loopback';
import { changed, type Answer, type Step } from './anyAnswer';

export interface HostileServer {
	credentials: CredentialData;
	/** What came since `begin`: method, path and body. */
	readonly requests: string[];
	/** Begins a case: what is answered to each request from now on. */
	begin(steps: Step[]): void;
	close(): Promise<void>;
}

const MOST_REQUESTS = 2000;

async function read(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** What the simulated Pylon answers. */
async function goodAnswer(
	sim: SimulatedPylon,
	{ method = 'GET', url = '', headers }: IncomingMessage,
	body: Buffer,
): Promise<Answer> {
	const response = await fetch(sim.url + url, {
		method,
		headers: {
			authorization: headers.authorization ?? '',
			...(headers['content-type'] ? { 'content-type': headers['content-type'] } : {}),
		},
		body: method === 'GET' ? undefined : new Uint8Array(body),
	});
	return { status: response.status, type: 'application/json', body: await response.text() };
}

/**
 * Starts a server between the nodes and the simulated Pylon that puts other answers in the place of some.
 * @param sim that gives the good answers
 * @returns the running server; it begins with good answers
 */
export async function hostileServer(sim: SimulatedPylon): Promise<HostileServer> {
	let steps: Step[] = ['good'];
	let requests: string[] = [];

	const answer = async (request: IncomingMessage): Promise<Answer> => {
		const step = steps[Math.min(requests.length, steps.length - 1)];
		const body = await read(request);
		requests.push(
			`${request.method} ${decodeURIComponent(request.url ?? '')} ${body.toString('utf8')}`,
		);
		if (requests.length > MOST_REQUESTS)
			return { status: 418, type: 'text/html', body: 'This goes on and on' };
		if (typeof step === 'object' && 'answer' in step) return step.answer;
		const good = await goodAnswer(sim, request, body);
		return step === 'good' ? good : { ...good, body: changed(good.body, step.changes) };
	};
	const send = (response: ServerResponse, { status, type, body }: Answer) => {
		response
			.writeHead(status, {
				'content-type': type,
				...(status === 302 ? { location: '/elsewhere' } : {}),
			})
			.end(body);
	};
	const server = await startLoopback((request, response) => {
		void answer(request).then(
			(one) => send(response, one),
			(error: Error) =>
				send(response, {
					status: 500,
					type: 'text/html',
					body: `The hostile server failed: ${error.message}`,
				}),
		);
	});
	return {
		credentials: { ...server.credentials, apiToken: sim.tokens.us },
		get requests() {
			return requests;
		},
		begin: (next) => {
			steps = next;
			requests = [];
		},
		close: server.close,
	};
}
