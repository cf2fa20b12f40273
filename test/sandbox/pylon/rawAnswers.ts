import { seedIds } from '../../../sandbox/pylon';
import { withPylon } from './support';

export const bench = withPylon();

export const path = `/contacts/${seedIds.contacts.ada}`;

interface RawAnswer {
	/** Undefined when the connection broke before the answer was complete. */
	status?: number;
	text?: string;
	type?: string;
	error?: string;
}

/**
 * Makes a request that shows what arrives, whole or not.
 * @param method of HTTP
 * @param target path and query
 * @param body of the request, sent as JSON; undefined for none
 * @returns status, content type and text of the answer, or why none came
 */
export async function raw(method: string, target: string, body?: unknown): Promise<RawAnswer> {
	const { sim } = bench();
	try {
		const response = await fetch(sim.url + target, {
			method,
			headers: { authorization: `Bearer ${sim.tokens.us}`, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return {
			status: response.status,
			type: response.headers.get('content-type') ?? undefined,
			text: await response.text(),
		};
	} catch (error) {
		return {
			error: ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message,
		};
	}
}
