import type { ServerResponse } from 'node:http';
import type { Fault } from './faults';

/** Faults that send single bytes. */
export type Drip = Extract<Fault, { kind: 'drip-header' | 'drip-body' | 'drip-page' }>;

/**
 * @param fault of any kind
 * @returns whether it sends its reply byte by byte
 */
export function isDrip(fault: Fault): fault is Drip {
	return fault.kind.startsWith('drip-');
}

const BLANK = Buffer.from(' ');

/** Calls `tick` with 0, 1, 2 … at an interval (in ms), until it returns false or the connection ends. */
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
 * Sends a reply byte by byte: without end inside a header or behind the body, or after a number of blanks in front of a
 * body that ends. Blanks around JSON change nothing, so a client that waits long enough can read it.
 *
 * @param response nothing has been written to it yet
 * @param fault says where the bytes go and how many ms lie between two of them (`everyMs`)
 * @param reply `body` is sent as JSON; `drip-header` sends the status alone
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
