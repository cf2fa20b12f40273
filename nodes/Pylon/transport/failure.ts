import type { IDataObject } from 'n8n-workflow';
import { isRecord } from './envelope';

/** Why a request did not bring the expected answer, before any words are put to it. */
export type Failure = HttpFailure | NetworkFailure | UnreadableFailure | CancelledFailure;

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
}

/** A 2xx answer that is not what Pylon answers. */
export interface UnreadableFailure {
	kind: 'unreadable';
	status: number;
	headers: IDataObject;
	found: 'html' | 'empty' | 'cut-off JSON' | 'text' | 'a list without records' | 'other JSON';
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

/**
 * Looks through n8n's wrapping: `httpRequestWithAuthentication` throws a NodeApiError whose `cause` is axios' error
 * (n8n-core 2.41, `request-helpers/authentication.js`).
 * @param error whatever a request threw
 * @param cancelled whether the execution was stopped
 */
export function toFailure(error: unknown, cancelled: boolean): Failure {
	if (error instanceof RequestFailed) return error.failure;
	if (cancelled) return { kind: 'cancelled' };
	const wrapped = error as { cause?: unknown; code?: unknown; message?: unknown; response?: unknown };
	const cause = (isRecord(wrapped?.cause) || wrapped?.cause instanceof Error ? wrapped.cause : wrapped) as {
		code?: unknown;
		message?: unknown;
		response?: { status?: unknown; headers?: unknown; data?: unknown };
	};
	const response = cause?.response;
	if (response !== undefined && typeof response.status === 'number') {
		const body = toErrorBody(parsed(response.data));
		return {
			kind: 'http',
			status: response.status,
			headers: { ...(response.headers as IDataObject) },
			body,
			otherBody: body === undefined ? otherBody(response.data) : undefined,
		};
	}
	return { kind: 'network', code: text(cause?.code) ?? '', text: text(cause?.message) ?? '' };
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
