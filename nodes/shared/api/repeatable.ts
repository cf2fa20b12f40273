import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Failure } from '../client/failure';

/**
 * POST endpoints that only read, or that set a value and so may be sent twice. Every other POST creates, sends, merges,
 * imports or uploads; Pylon documents no idempotency key (docs/pylon-api-notes.md#no-idempotency-key).
 */
const REPEATABLE_POSTS = [
	/\/search$/,
	/^\/issues\/[^/]+\/snooze$/,
	/^\/issues\/[^/]+\/followers$/,
	/^\/feature-requests\/[^/]+\/set-portal-visibility$/,
];

/**
 * @param method of the request
 * @param path of the request or its template
 * @returns whether sending the request twice does no more than sending it once
 */
export function isRepeatable(method: IHttpRequestMethods, path: string): boolean {
	return method !== 'POST' || REPEATABLE_POSTS.some((pattern) => pattern.test(path));
}

/** Codes that come only while a connection is made. (EHOSTUNREACH, for one, may also come later.) */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const TLS = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)/;

/** @returns whether the failure comes from the TLS handshake, before any request is written */
export function isTlsFailure(code: string): boolean {
	return TLS.test(code);
}

/**
 * @param failure of a request
 * @returns whether Pylon certainly did not act on the request
 */
export function certainlyNotProcessed(failure: Failure): boolean {
	if (failure.kind === 'http') return failure.status < 500 && failure.status !== 408;
	if (failure.kind === 'refused') return true;
	if (failure.kind !== 'network') return false;
	return failure.whileConnecting || NEVER_SENT.has(failure.code) || isTlsFailure(failure.code);
}

const PASSING_STATUS = new Set([502, 503, 504]);

/**
 * @param failure of a request other than a 429, which has its own rule
 * @returns whether the same request may well succeed a little later
 */
export function mayPass(failure: Failure): boolean {
	switch (failure.kind) {
		case 'http':
			return PASSING_STATUS.has(failure.status);
		case 'network':
			// A name that is not known or a certificate that is not trusted stays so.
			return failure.code !== 'ENOTFOUND' && !isTlsFailure(failure.code);
		case 'unreadable':
			return failure.found !== 'a list without records' && failure.found !== 'other JSON';
		case 'refused':
		case 'cancelled':
			return false;
	}
}
