import type { Failure } from './failure';

/** Codes that come only while a connection is made. (EHOSTUNREACH, for one, may also come later.) */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const TLS = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)/;

/**
 * @param code a code of Node or OpenSSL, e.g. `CERT_HAS_EXPIRED`
 * (https://nodejs.org/api/tls.html#x509-certificate-error-codes)
 * @returns whether the failure comes from the TLS handshake, before any request is written
 */
export function isTlsFailure(code: string): boolean {
	return TLS.test(code);
}

/**
 * @param failure what came instead of the answer
 * @returns whether Pylon certainly did not act on the request
 */
export function wasNotProcessed(failure: Failure): boolean {
	if (failure.kind === 'http') return failure.status < 500 && failure.status !== 408;
	if (failure.kind === 'refused' || failure.kind === 'unsent') return true;
	if (failure.kind !== 'network') return false;
	return failure.whileConnecting || NEVER_SENT.has(failure.code) || isTlsFailure(failure.code);
}

const TRANSIENT_STATUS = new Set([502, 503, 504]);

/** What a proxy or a broken connection makes of an answer. Any other body would come again. */
const TRANSIENT_BODIES = new Set(['html', 'empty', 'text', 'cut-off JSON']);

/**
 * @param failure what came instead of the answer; not a 429, which has its own rule
 * @returns whether the same request may well succeed a little later
 */
export function isTransient(failure: Failure): boolean {
	switch (failure.kind) {
		case 'http':
			return TRANSIENT_STATUS.has(failure.status);
		case 'network':
			// A name that is not known or a certificate that is not trusted stays so.
			return failure.code !== 'ENOTFOUND' && !isTlsFailure(failure.code);
		case 'unreadable':
			return TRANSIENT_BODIES.has(failure.found);
		case 'unsent':
			return true;
		case 'refused':
		case 'cancelled':
			return false;
	}
}
