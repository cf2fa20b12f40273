import type { ServerResponse } from 'node:http';
import { drip, isDrip } from './drip';
import { ApiError } from './errors';
import type { Fault } from './faults';
import type { ReceivedRequest } from './log';

/** An answer before it is written; `body` is an object (sent as JSON) or text. */
export interface Reply {
	status: number;
	headers?: Record<string, string>;
	body: unknown;
	outcome: string;
}

const PAGE =
	'<!DOCTYPE html><html><head><title>Just a moment</title></head><body><h1>Just a moment</h1></body></html>';

/**
 * @param error the refusal
 * @param requestId of the refused request
 * @returns the reply in Pylon's error shape, without headers
 */
export function errorReply(error: ApiError, requestId: string): Reply {
	return {
		status: error.status,
		body: error.toBody(requestId),
		outcome: `refused: ${error.message}`,
	};
}

/**
 * @param fault that strikes a request
 * @returns whether the operation is carried out before the fault strikes
 */
export function happensFirst(fault: Fault): boolean {
	if ('processed' in fault && fault.processed !== undefined) return fault.processed;
	if (fault.kind === 'html') return (fault.status ?? 502) === 200;
	return !['never-answer', 'status', 'reset', 'rate-limited'].includes(fault.kind);
}

/**
 * The reply that a fault puts in the place of the true one.
 *
 * @param fault of any kind but `delay`
 * @param reply of the operation when it happened; undefined when it did not
 * @param requestId of the request, for replies in Pylon's error shape
 * @returns the reply to send; undefined when the operation did not happen and the fault has no reply of its own
 */
export function spoil(
	fault: Fault,
	reply: Reply | undefined,
	requestId: string,
): Reply | undefined {
	const outcome = `fault: ${fault.kind}${reply && happensFirst(fault) ? ', after processing' : ''}`;
	const body = reply?.body as Record<string, unknown> | undefined;
	const isSuccess = reply?.status === 200;
	switch (fault.kind) {
		case 'status': {
			const error = new ApiError(fault.status, `Simulated fault: status ${fault.status}`);
			return {
				status: fault.status,
				headers: fault.headers,
				body: fault.body ?? error.toBody(requestId),
				outcome,
			};
		}
		case 'html':
			return {
				status: fault.status ?? 502,
				headers: { 'content-type': 'text/html' },
				body: PAGE,
				outcome,
			};
		case 'empty-body':
			return { status: fault.status ?? 200, body: '', outcome };
		case 'data':
			return isSuccess ? { ...reply, body: { ...body, data: fault.value }, outcome } : reply;
		case 'pagination': {
			if (!isSuccess || !body || !('pagination' in body)) return reply;
			// A property that is undefined is left out of the JSON.
			return {
				...reply,
				body: { ...body, pagination: fault.value === null ? null : undefined },
				outcome,
			};
		}
		case 'drip-header':
		case 'drip-body':
			return { status: 200, body: '', ...reply, outcome };
		default:
			return reply && { ...reply, outcome };
	}
}

/** Writes into the log entry what is answered. */
function note(entry: ReceivedRequest, status: number, outcome: string): void {
	entry.status = status;
	entry.outcome = outcome;
}

/**
 * Writes a reply, spoiled as the fault says. The log entry has status and outcome before the client can see the reply.
 *
 * @param response nothing has been written to it yet
 * @param entry of the log; its `requestId` becomes a header
 * @param reply to write
 * @param done called just before the last byte, so that the request is no longer in flight; never for a reply that
 * drips
 * @param fault only `cut-off` and those that drip change how the reply is written; undefined for none
 */
export function send(
	response: ServerResponse,
	entry: ReceivedRequest,
	reply: Reply,
	done: () => void,
	fault?: Fault,
): void {
	const isText = typeof reply.body === 'string';
	const content = Buffer.from(isText ? (reply.body as string) : JSON.stringify(reply.body));
	const half = content.subarray(0, Math.floor(content.length / 2));
	const isCutOff = fault?.kind === 'cut-off';
	const breaksConnection = isCutOff && fault.how === 'content-length';
	if (fault && isDrip(fault)) {
		// `done` is not called: the request is in flight until the connection ends.
		note(entry, fault.kind === 'drip-header' ? 0 : reply.status, reply.outcome);
		drip(response, fault, {
			...reply,
			headers: { 'x-pylon-request-id': entry.requestId, ...reply.headers },
		});
		return;
	}
	note(entry, breaksConnection ? 0 : reply.status, reply.outcome);
	response.writeHead(reply.status, {
		'content-type': isText ? 'text/plain' : 'application/json',
		'x-pylon-request-id': entry.requestId,
		...reply.headers,
		'content-length': isCutOff && !breaksConnection ? half.length : content.length,
	});
	if (breaksConnection) {
		response.write(half, () => {
			done();
			response.socket?.destroy();
		});
		return;
	}
	done();
	response.end(isCutOff ? half : content);
}
