/** What n8n adds to a webhook's request (n8n/dist/middlewares/body-parser.js). */
export interface WebhookRequest {
	rawHeaders: string[];
	/** The body's bytes, unzipped; absent until read. */
	rawBody?: Buffer;
	/** Sets `rawBody`. Rejects on a broken, cut-off or too large body. */
	readRawBody?: () => Promise<void>;
}

export type BodyFault = 'tooLarge' | 'unreadable';

const isTooLarge = (error: unknown): boolean =>
	typeof error === 'object' && error !== null && 'status' in error && error.status === 413;

/**
 * Reads the bytes that Pylon has signed. n8n leaves this to the node because of the node's parameter `options.binaryData`
 * (see description/index.ts).
 * @param request the call's request
 * @returns the body's bytes, or why there are none and what n8n said about it
 */
export async function readRawBody(
	request: WebhookRequest,
): Promise<Buffer | { refusal: BodyFault; cause?: unknown }> {
	try {
		await request.readRawBody?.();
	} catch (error) {
		return { refusal: isTooLarge(error) ? 'tooLarge' : 'unreadable', cause: error };
	}
	return request.rawBody ?? { refusal: 'unreadable' };
}
