import { isSignedWith, readSignature, sign } from '../../../nodes/PylonTrigger/receive/signature';
import { SIGNATURES } from '../../support/signatureVectors';

test.each(SIGNATURES)('secret %s, body %s', (secret, message, hex) => {
	const body = Buffer.from(message);
	expect(sign(body, secret)).toBe(hex);
	const signature = readSignature(['X-Pylon-Signature', hex]);
	expect(signature).toEqual(Buffer.from(hex, 'hex'));
	expect(isSignedWith([secret], body, signature as Buffer)).toBe(true);
	expect(isSignedWith(['other', secret], body, signature as Buffer)).toBe(true);
	expect(isSignedWith(['other'], body, signature as Buffer)).toBe(false);
	expect(isSignedWith([], body, signature as Buffer)).toBe(false);
});

const [secret, message, hex] = SIGNATURES[0];
const body = Buffer.from(message);

/** Whether a call with these header bytes and this body would be accepted. */
const accepts = (header: Buffer, rawBody: Buffer, key = secret): boolean => {
	const signature = readSignature(['X-Pylon-Signature', header.toString('latin1')]);
	return Buffer.isBuffer(signature) && isSignedWith([key], rawBody, signature);
};
const flipped = (bytes: Buffer, bit: number): Buffer => {
	const copy = Buffer.from(bytes);
	copy[bit >> 3] ^= 1 << (bit & 7);
	return copy;
};
const bitsOf = (bytes: Buffer): number[] =>
	Array.from({ length: bytes.length * 8 }, (_, bit) => bit);

test('every single changed bit of the header, the body or the secret is refused', () => {
	const header = Buffer.from(hex);
	expect(accepts(header, body)).toBe(true);
	expect(bitsOf(header).filter((bit) => accepts(flipped(header, bit), body))).toEqual([]);
	expect(bitsOf(body).filter((bit) => accepts(header, flipped(body, bit)))).toEqual([]);
	const key = Buffer.from(secret);
	expect(
		bitsOf(key).filter((bit) => accepts(header, body, flipped(key, bit).toString('latin1'))),
	).toEqual([]);
});

test('a bit more or less of the body is refused', () => {
	const header = Buffer.from(hex);
	expect(accepts(header, body.subarray(1))).toBe(false);
	expect(accepts(header, body.subarray(0, -1))).toBe(false);
	expect(accepts(header, Buffer.concat([body, Buffer.from('\n')]))).toBe(false);
});

test.each<[string[], string]>([
	[[], 'missing'],
	[['Pylon-Webhook-Signature', hex], 'missing'],
	[['X-Pylon-Signature', ''], 'missing'],
	[['Host', 'x-pylon-signature'], 'missing'],
	[['X-Pylon-Signature', hex, 'x-pylon-signature', hex], 'repeated'],
	[['X-Pylon-Signature', `${hex}, ${hex}`], 'malformed'],
	[['X-Pylon-Signature', hex.toUpperCase()], 'malformed'],
	[['X-Pylon-Signature', `sha256=${hex}`], 'malformed'],
	[['X-Pylon-Signature', hex.slice(0, 62)], 'malformed'],
	[['X-Pylon-Signature', `${hex}00`], 'malformed'],
	[['X-Pylon-Signature', hex.replace('6', 'g')], 'malformed'],
	[['X-Pylon-Signature', `${hex}\n`], 'malformed'],
	[['X-Pylon-Signature', Buffer.from(hex, 'hex').toString('base64')], 'malformed'],
])('header %j is %s', (rawHeaders, fault) => {
	expect(readSignature(rawHeaders)).toBe(fault);
});
