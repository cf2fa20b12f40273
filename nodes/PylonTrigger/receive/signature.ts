import { createHmac, timingSafeEqual } from 'node:crypto';

import { readHeader, type HeaderFault } from './headers';

/** Lower case, as Node gives header names. */
export const SIGNATURE_HEADER = 'x-pylon-signature';

// Lower case only, as Pylon documents it: in upper case the same bytes would be a second valid header.
const LOWERCASE_HEX_SHA256 = /^[0-9a-f]{64}$/;

const digest = (rawBody: Buffer, secret: string): Buffer =>
	createHmac('sha256', Buffer.from(secret, 'utf8')).update(rawBody).digest();

/**
 * The value of `X-Pylon-Signature` for a body: lowercase hex of HMAC-SHA256 over its raw bytes, keyed with the
 * webhook's secret as UTF-8. No prefix, no timestamp.
 * Source: https://kb.help.usepylon.com/articles/6080966819-how-do-i-verify-the-webhook-signatures
 */
export const sign = (rawBody: Buffer, secret: string): string =>
	digest(rawBody, secret).toString('hex');

/**
 * Reads the signature from a request's `rawHeaders` (name and value in turn).
 * @returns the 32 bytes of the signature, or what is wrong with the header.
 */
export function readSignature(rawHeaders: string[]): Buffer | HeaderFault {
	const header = readHeader(rawHeaders, SIGNATURE_HEADER);
	if (typeof header === 'string') return header;
	return LOWERCASE_HEX_SHA256.test(header.value) ? Buffer.from(header.value, 'hex') : 'malformed';
}

/**
 * Whether the body was signed with one of the secrets. Takes the same time wherever the signature differs and
 * whichever secret fits. Without a secret nothing is signed.
 */
export function isSignedWith(secrets: string[], rawBody: Buffer, signature: Buffer): boolean {
	const results = secrets.map((secret) => {
		const expected = digest(rawBody, secret);
		return expected.length === signature.length && timingSafeEqual(expected, signature);
	});
	return results.includes(true);
}
