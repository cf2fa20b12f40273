import { createHmac, timingSafeEqual } from 'node:crypto';

import { readHeader, type HeaderFault } from './headers';

/** Lower case, as Node gives header names. */
export const SIGNATURE_HEADER = 'x-pylon-signature';

// Lower case only, as Pylon documents it: in upper case the same bytes would be a second valid header.
const LOWERCASE_HEX_SHA256 = /^[0-9a-f]{64}$/;

const digest = (rawBody: Buffer, secret: string): Buffer =>
	createHmac('sha256', Buffer.from(secret, 'utf8')).update(rawBody).digest();

/**
 * Computes `X-Pylon-Signature`: lowercase hex of HMAC-SHA256 over the body's raw bytes, keyed with the webhook's secret as
 * UTF-8. There is no prefix and no timestamp. Source:
 * https://kb.help.usepylon.com/articles/6080966819-how-do-i-verify-the-webhook-signatures
 * @param rawBody the body's bytes
 * @param secret the webhook signing secret
 * @returns the header's value, 64 characters
 */
export const sign = (rawBody: Buffer, secret: string): string =>
	digest(rawBody, secret).toString('hex');

/**
 * Reads the header `X-Pylon-Signature`.
 * @param rawHeaders the request's headers as Node gives them, names and values in turn
 * @returns the 32 bytes of the signature, or what is wrong with the header
 */
export function readSignature(rawHeaders: string[]): Buffer | HeaderFault {
	const header = readHeader(rawHeaders, SIGNATURE_HEADER);
	if (typeof header === 'string') return header;
	return LOWERCASE_HEX_SHA256.test(header.value) ? Buffer.from(header.value, 'hex') : 'malformed';
}

/**
 * Checks a signature. Takes the same time wherever it differs and whichever secret fits.
 * @param secrets the webhook signing secrets, current and previous
 * @param rawBody the body's bytes
 * @param signature the 32 bytes that came with the body
 * @returns whether the body was signed with one of the secrets; false without a secret
 */
export function isSignedWith(secrets: string[], rawBody: Buffer, signature: Buffer): boolean {
	const results = secrets.map((secret) => {
		const expected = digest(rawBody, secret);
		return expected.length === signature.length && timingSafeEqual(expected, signature);
	});
	return results.includes(true);
}
