import type { IDataObject } from 'n8n-workflow';

/** Why a request did not bring the expected answer, before any text is made of it. */
export type Failure =
	| HttpFailure
	| NetworkFailure
	| UnreadableFailure
	| RefusedFailure
	| UnsentFailure
	| CancelledFailure;

/** Pylon, or something in front of it, answered with another status than 2xx. */
export interface HttpFailure {
	kind: 'http';
	status: number;
	headers: IDataObject;
	/** Pylon's `{ errors, request_id, code?, exists_id? }`; undefined when the body was something else. */
	body?: PylonErrorBody;
	/** The kind of body that came instead of Pylon's. */
	otherBody?: 'html' | 'empty' | 'text';
}

/** No complete answer came. */
export interface NetworkFailure {
	kind: 'network';
	/** Node's or axios' code, e.g. ECONNREFUSED; empty when there was none. */
	code: string;
	text: string;
	/** Whether the connection broke while it was being made, so that nothing was written. */
	whileConnecting: boolean;
}

/** What a body is that Pylon does not send. */
export type Unreadable =
	| 'html'
	| 'empty'
	| 'cut-off JSON'
	| 'text'
	| 'a list without records'
	| 'a list'
	| 'a record without an ID'
	| 'deep JSON'
	| 'other JSON';

/** An answer with a 2xx status that is not one of Pylon's. */
export interface UnreadableFailure {
	kind: 'unreadable';
	status: number;
	headers: IDataObject;
	found: Unreadable;
}

/** n8n itself did not let the request out, e.g. because the credential only allows other domains. */
export interface RefusedFailure {
	kind: 'refused';
	text: string;
}

/** Something failed in n8n before anything was sent, e.g. its database did not answer while it read the credential. */
export interface UnsentFailure {
	kind: 'unsent';
	text: string;
}

/** The execution was stopped. */
export interface CancelledFailure {
	kind: 'cancelled';
}

/** Pylon's body with another status than 2xx (openapi.yaml, `ErrorResponse`), cut to a size that fits a message. */
export interface PylonErrorBody {
	errors: string[];
	code?: string;
	requestId?: string;
	existsId?: string;
	raw: IDataObject;
}

/** Thrown and caught inside the client. */
export class RequestFailed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.kind);
	}
}

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** What n8n's request helper throws: an error of axios, or a NodeApiError around it. */
interface ThrownByHelper {
	isAxiosError?: unknown;
	code?: unknown;
	message?: unknown;
	syscall?: unknown;
	cause?: ThrownByHelper;
	/** In a NodeApiError: a status, or Node's code in its place. */
	httpCode?: unknown;
	/** In a NodeApiError: the original message comes first, before n8n puts a sentence in its place. */
	messages?: unknown;
}

/**
 * Looks through n8n's wrapping. From n8n 2.34 on a NodeApiError has what it wraps as its `cause`; in versions before, the
 * class wipes it, and what is left are `httpCode` and `messages` (n8n-workflow 1.120 to 2.33, `execution-base.error.js`).
 * @param error thrown by one of n8n's request helpers, which were told not to throw for a status
 * @returns a broken connection, or n8n's refusal to send
 */
export function toFailure(error: unknown): NetworkFailure | RefusedFailure {
	const thrown = (error ?? {}) as ThrownByHelper;
	const isWrapped = thrown.isAxiosError !== true && thrown.cause !== undefined;
	const cause = (isWrapped ? thrown.cause : thrown) as ThrownByHelper;
	const httpCode = text(thrown.httpCode) ?? '';
	// A status without an answer: the connection broke in the middle of the body, for which axios has this code.
	const brokeOff = /^\d/.test(httpCode) && cause.isAxiosError !== true ? 'ERR_BAD_RESPONSE' : '';
	const code = text(cause.code) ?? (/^[A-Z]/.test(httpCode) ? httpCode : brokeOff);
	const [original] = Array.isArray(thrown.messages) ? (thrown.messages as unknown[]) : [];
	const message =
		(isWrapped ? text(cause.message) : (text(original) ?? text(thrown.message))) ?? '';
	if (cause.isAxiosError !== true && code === '') return { kind: 'refused', text: message };
	const syscall = cause.syscall ?? cause.cause?.syscall;
	return {
		kind: 'network',
		// axios has a code of its own for it; whichever of the two limits comes first, the user reads the same.
		code: code === 'ECONNABORTED' && message.startsWith('timeout') ? 'ETIMEDOUT' : code,
		text: message,
		whileConnecting:
			syscall === 'connect' ||
			syscall === 'getaddrinfo' ||
			/^(connect|getaddrinfo) [A-Z]/.test(message),
	};
}

/**
 * Removes the API token from an answer: a proxy on the way may repeat what it was sent, and texts of an answer get into
 * messages, items and logs.
 * @param failure about to become an error
 * @param token the credential's token
 * @returns the failure without the token; the same object where the token is not in it
 */
export function withoutToken(failure: Failure, token: string): Failure {
	if (token === '') return failure;
	const json = JSON.stringify(failure);
	return json.includes(token) ? (JSON.parse(json.replaceAll(token, '***')) as Failure) : failure;
}
