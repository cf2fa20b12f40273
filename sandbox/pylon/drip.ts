import type { ServerResponse } from 'node:http';
import type { Fault } from './faults';

/** Faults that send single bytes. */
export type Drip = Extract<Fault, { kind: 'drip-header' | 'drip-body' | 'drip-page' }>;

export function isDrip(fault: Fault): fault is Drip {
	return fault.kind.startsWith('drip-');
}

const BLANK = Buffer.from(' ');

/** Calls `tick` with 0, 1, 2 … every so often, until it gives back false or the connection ends. */
function everySoOften(
	response: ServerResponse,
	everyMs: number,
	tick: (count: number) => boolean,
): void {
	let count = 0;
	const timer = setInterval(() => {
		if (!tick(count++)) clearInterval(timer);
	}, everyMs);
	response.once('close', () => clearInterval(timer));
}

/**
 * Sends a reply byte by byte, one each `everyMs`: for ever inside a header or behind the body, or only `blanks` of them in
 * front of a body that ends. Blanks around JSON change nothing, so that a client that waits long enough can read it.
 */
export function drip(
	response: ServerResponse,
	fault: Drip,
	{ status, headers, body }: { status: number; headers?: Record<string, string>; body: unknown },
): void {
	const { everyMs } = fault;
	if (fault.kind === 'drip-header') {
		// Past Node's own head of the reply, which it would send as a whole.
		const socket = response.socket;
		socket?.write(`HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\nx-padding: `);
		everySoOften(response, everyMs, () => socket?.write('x') !== undefined);
		return;
	}
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.flushHeaders();
	const content = Buffer.from(JSON.stringify(body));
	everySoOften(response, everyMs, (count) => {
		if (fault.kind === 'drip-body') {
			response.write(count < content.length ? content.subarray(count, count + 1) : BLANK);
			return true;
		}
		if (count < fault.blanks) response.write(BLANK);
		else response.end(content);
		return count < fault.blanks;
	});
}
