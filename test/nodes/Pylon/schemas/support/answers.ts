import type { IncomingMessage, ServerResponse } from 'node:http';

import { isRecord } from '../../../../../nodes/shared/client/envelope';
import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import { resolved, type Schema } from '../../../../../sandbox/pylon/declared';
import { route } from '../../../../../sandbox/pylon/router';
import { startLoopback, type Loopback } from '../../../../support/loopback';

/** How the answers of the simulated Pylon are changed. */
export interface Change {
	/** Gets `data`, or what else there is in an answer, and its schema in openapi.yaml. */
	of: (value: unknown, schema: Schema) => unknown;
	/** The endpoint that the operation declares. */
	own: Endpoint;
	/** Whether the answers of its other endpoints stay as they are. */
	ownOnly: boolean;
}

export interface Endpoint {
	/** Method and path with `{}` for its parameters. */
	name: string;
	/** Of all that it answers with. */
	schema: Schema;
}

/**
 * @param method of a request
 * @param path of the request, without a query
 * @returns the endpoint to which it goes, with the schema of its good answers
 */
export function endpointOf(method: string, path: string): Endpoint {
	const { operation } = route(method, path);
	const { responses } = operation as unknown as {
		responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
	};
	const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
	const [body] = Object.values(success?.content ?? {});
	return {
		name: `${method} ${operation.path.replace(/\{\w+\}/g, '{}')}`,
		schema: body ? resolved(body.schema) : {},
	};
}

/** The transport's own. */
const ENVELOPE = ['pagination', 'request_id'];

function changed(text: string, endpoint: Endpoint, { of, own, ownOnly }: Change): string {
	const isOwn = endpoint.name === own.name;
	const answer: unknown = JSON.parse(text);
	if (!isRecord(answer) || (ownOnly && !isOwn)) return text;
	const { data } = answer;
	// What a look-up does not find decides what is done.
	if (Array.isArray(data) && data.length === 0 && !isOwn) return text;
	const parts = Object.entries(endpoint.schema.properties ?? {}).filter(
		([name]) => !ENVELOPE.includes(name),
	);
	return JSON.stringify({
		...answer,
		...Object.fromEntries(parts.map(([name, part]) => [name, of(answer[name], part)])),
	});
}

async function read(request: IncomingMessage): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return new Uint8Array(Buffer.concat(chunks));
}

/**
 * A way to the simulated Pylon on which its good answers are changed.
 * @param sim that answers
 * @param change says what is changed at that time
 * @returns the running server, and a credential that leads to it
 */
export async function changing(sim: SimulatedPylon, change: () => Change): Promise<Loopback> {
	const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { method = 'GET', url = '', headers } = request;
		const body = await read(request);
		const answer = await fetch(sim.url + url, {
			method,
			headers: {
				authorization: headers.authorization ?? '',
				...(headers['content-type'] && { 'content-type': headers['content-type'] }),
			},
			body: method === 'GET' ? undefined : body,
		});
		const text = await answer.text();
		const endpoint = answer.ok ? endpointOf(method, url.split('?')[0]) : undefined;
		response
			.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
			.end(endpoint ? changed(text, endpoint, change()) : text);
	};
	return await startLoopback((request, response) => {
		pass(request, response).catch((error: Error) => response.writeHead(418).end(error.stack));
	});
}
