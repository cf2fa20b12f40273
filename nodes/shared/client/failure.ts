import type { IDataObject } from 'n8n-workflow';
import { isRecord } from './envelope';

/** Why a request did not bring the expected answer, before any words are put to it. */
export type Failure = HttpFailure | NetworkFailure | UnreadableFailure | RefusedFailure | CancelledFailure;

/** Pylon, or something in front of it, answered with another status than 2xx. */
export interface HttpFailure {
	kind: 'http';
	status: number;
	headers: IDataObject;
	/** Pylon's `{ errors, request_id, code?, exists_id? }`; undefined when the body was something else. */
	body?: PylonErrorBody;
	/** What came instead of Pylon's body. */
	otherBody?: 'html' | 'empty' | 'text';
}

/** No complete answer came. */
export interface NetworkFailure {
	kind: 'network';
	/** Node's or axios' code, e.g. ECONNREFUSED; empty when there was none. */
	code: string;
	text: string;
	/** Whether it broke while the connection was made, so that nothing was written. */
	whileConnecting: boolean;
}

/** A 2xx answer that is not what Pylon answers. */
export interface UnreadableFailure {
	kind: 'unreadable';
	status: number;
	headers: IDataObject;
	found: 'html' | 'empty' | 'cut-off JSON' | 'text' | 'a list without records' | 'other JSON';
}

/** n8n itself did not let the request out, e.g. because the credential allows other domains only. */
export interface RefusedFailure {
	kind: 'refused';
	text: string;
}

/** The execution was stopped. */
export interface CancelledFailure {
	kind: 'cancelled';
}

/** Every body of Pylon with another status than 2xx (openapi.yaml, `ErrorResponse`). */
export interface PylonErrorBody {
	errors: string[];
	code?: string;
	requestId?: string;
	existsId?: string;
	raw: IDataObject;
}

/** Thrown by the transport inside itself; never leaves it. */
export class RequestFailed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.kind);
	}
}

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** @returns what kind of text a body is that should have been JSON */
export function kindOfText(body: string): 'html' | 'empty' | 'cut-off JSON' | 'text' {
	const start = body.trimStart();
	if (start === '') return 'empty';
	if (start.startsWith('<')) return 'html';
	return start.startsWith('{') || start.startsWith('[') ? 'cut-off JSON' : 'text';
}

function toErrorBody(body: unknown): PylonErrorBody | undefined {
	if (!isRecord(body)) return undefined;
	const errors = Array.isArray(body.errors)
		? body.errors.filter((entry): entry is string => typeof entry === 'string')
		: [];
	const fallback = text(body.message) ?? text(body.error);
	return {
		errors: errors.length === 0 && fallback !== undefined ? [fallback] : errors,
		code: text(body.code),
		requestId: text(body.request_id),
		existsId: text(body.exists_id),
		raw: body,
	};
}

function otherBody(body: unknown): HttpFailure['otherBody'] {
	if (typeof body !== 'string') return 'empty';
	const kind = kindOfText(body);
	return kind === 'cut-off JSON' ? 'text' : kind;
}

interface RequestError {
	isAxiosError?: unknown;
	code?: unknown;
	message?: unknown;
	syscall?: unknown;
	cause?: RequestError;
	response?: { status?: unknown; headers?: unknown; data?: unknown };
}

/**
 * Looks through n8n's wrapping: `httpRequestWithAuthentication` throws a NodeApiError whose `cause` is axios' error, or
 * what kept n8n from sending (n8n-core 2.41, `request-helpers/authentication.js`). The `cause` of axios' error is Node's.
 * @param error whatever a request threw
 * @param cancelled whether the execution was stopped
 * @returns undefined when the error comes from no request at all
 */
export function toFailure(error: unknown, cancelled: boolean): Failure | undefined {
	if (error instanceof RequestFailed) return error.failure;
	if (cancelled) return { kind: 'cancelled' };
	const wrapped = error as RequestError | undefined;
	const isWrapped = wrapped?.cause !== undefined && wrapped.isAxiosError !== true;
	const cause = isWrapped ? wrapped.cause : wrapped;
	const response = cause?.response;
	// A good status comes with an error when the connection breaks in the middle of the answer.
	if (response !== undefined && typeof response.status === 'number' && response.status >= 300) {
		const data = parsed(response.data);
		const body = toErrorBody(data);
		return {
			kind: 'http',
			status: response.status,
			headers: { ...(response.headers as IDataObject) },
			body,
			otherBody: body === undefined ? otherBody(data) : undefined,
		};
	}
	const code = text(cause?.code) ?? '';
	if (cause?.isAxiosError === true || code !== '') {
		const syscall = cause?.syscall ?? cause?.cause?.syscall;
		return {
			kind: 'network',
			code,
			text: text(cause?.message) ?? '',
			whileConnecting: syscall === 'connect' || syscall === 'getaddrinfo',
		};
	}
	return isWrapped ? { kind: 'refused', text: text(cause?.message) ?? '' } : undefined;
}

/**
 * Takes the API token out of an answer: a proxy on the way may repeat what it was sent, and words of an answer get into
 * messages, items and logs.
 * @param failure to be told about
 * @param token of the credential
 * @returns the same failure where the token is not in it
 */
export function withoutToken(failure: Failure, token: string): Failure {
	if (token === '') return failure;
	const text = JSON.stringify(failure);
	return text.includes(token) ? (JSON.parse(text.replaceAll(token, '***')) as Failure) : failure;
}

/** A body of an error answer may come as text or bytes when the request asked for bytes. */
function parsed(data: unknown): unknown {
	const content = Buffer.isBuffer(data) ? data.toString('utf8') : data;
	if (typeof content !== 'string') return content;
	try {
		return JSON.parse(content);
	} catch {
		return content;
	}
}
