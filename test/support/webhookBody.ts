import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';

/** What express adds to a request; n8n-core declares the rest (`rawBody`, `readRawBody`, `contentType`, `encoding`). */
export interface WebhookRequest extends IncomingMessage {
	body?: unknown;
	params: Record<string, string>;
	query: Record<string, string>;
}

/** As the errors of the `raw-body` package, which n8n uses: they carry a status and a type. */
class BodyError extends Error {
	constructor(
		message: string,
		readonly type: string,
		readonly status: number,
	) {
		super(message);
	}
}

/** n8n's answer to a body it cannot parse itself, given before the node is called. */
export class UnprocessableBody extends Error {}

/**
 * Does what n8n's `rawBodyReader` does (n8n/dist/middlewares/body-parser.js of 2.41): content type, charset, and a
 * `readRawBody` that undoes gzip or deflate.
 *
 * @param message as Node received it; it is changed
 * @param limit of the body in bytes: `readRawBody` rejects a longer one with status 413
 * @returns the same object
 */
export function prepareRequest(message: IncomingMessage, limit: number): WebhookRequest {
	const request = message as WebhookRequest;
	const [type, ...rest] = (message.headers['content-type'] ?? '').split(';');
	if (type) {
		request.contentType = type.toLowerCase();
		const charset = rest
			.map((part) => part.trim().split('='))
			.find(([name]) => name.toLowerCase() === 'charset');
		request.encoding = (charset?.[1] ?? 'utf-8').replace(/"/g, '').toLowerCase() as BufferEncoding;
	}
	request.params = {};
	request.query = Object.fromEntries(new URL(message.url ?? '/', 'http://localhost').searchParams);
	request.readRawBody = async () => {
		request.rawBody ??= await readAll(request, limit);
	};
	return request;
}

/**
 * Does what n8n's `parseRequestBody` does (n8n/dist/webhooks/webhook-helpers.js of 2.41): a node of version 1 with
 * `options.binaryData` reads its body itself; for all others n8n reads and parses it by content type.
 *
 * @param request gets `body` and `rawBody`
 * @param typeVersion version of the node
 * @param binaryData whether the node's option `binaryData` is on
 * @throws UnprocessableBody when JSON cannot be parsed, and what reading the body throws
 */
export async function parseAsN8n(
	request: WebhookRequest,
	typeVersion: number,
	binaryData: boolean,
): Promise<void> {
	if (typeVersion === 1 && binaryData) return;
	const { contentType } = request;
	if (contentType?.startsWith('multipart/')) {
		request.body = { data: {}, files: {} };
		return;
	}
	const parsable =
		contentType === 'application/json' ||
		contentType?.endsWith('xml') ||
		contentType === 'text/plain';
	if (typeVersion > 1 && !parsable && contentType !== 'application/x-www-form-urlencoded') return;
	await request.readRawBody?.();
	const raw = request.rawBody;
	if (!raw?.length || contentType !== 'application/json') return;
	try {
		request.body = JSON.parse(raw.toString(request.encoding));
	} catch {
		throw new UnprocessableBody('Failed to parse request body');
	}
}

async function readAll(request: IncomingMessage, limit: number): Promise<Buffer> {
	const encoding = request.headers['content-encoding'];
	const declared = Number(request.headers['content-length']);
	const tooLarge = () => new BodyError('request entity too large', 'entity.too.large', 413);
	let stream: Readable = request;
	if (encoding === 'gzip') stream = request.pipe(createGunzip());
	else if (encoding === 'deflate') stream = request.pipe(createInflate());
	else if (declared > limit) throw tooLarge();

	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += (chunk as Buffer).length;
		if (size > limit) throw tooLarge();
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}
