import { isSignedWith, readSignature, sign } from '../../../nodes/PylonTrigger/receive/signature';

// Computed from Pylon's published definition with another implementation (Python's hmac), not published by Pylon.
const vectors: Array<[secret: string, message: string, hex: string]> = [
	[
		'test-secret',
		'{"issue_id":"00000000-0000-4000-8000-000000000001","title":"Hello"}',
		'66452eed05df46a6021fbdf471b11cbb7f86fa9a14c444eeedba442ca4ef2652',
	],
	['test-secret', '', 'a41bc6d81d6413576ae0994995e0ad89a416ec97389515c3604f47722122eeeb'],
	[
		'whsec-example-1',
		'{"title":"Café ✓"}',
		'a0005fd4e81071c0ccdb33c20ae17ac0d269154fa7ab0f705cc41f7b1ccee80d',
	],
	[
		'test-secret',
		'{"cursor":["abc"],"issue_id":["42"]}',
		'8a6a07b95d57b7301ec04473a18ca39b752ea8ad99cf8bae917f484928df0d77',
	],
];

test.each(vectors)('secret %s, body %s', (secret, message, hex) => {
	const body = Buffer.from(message);
	expect(sign(body, secret)).toBe(hex);
	const signature = readSignature(['X-Pylon-Signature', hex]);
	expect(signature).toEqual(Buffer.from(hex, 'hex'));
	expect(isSignedWith([secret], body, signature as Buffer)).toBe(true);
	expect(isSignedWith(['other', secret], body, signature as Buffer)).toBe(true);
	expect(isSignedWith(['other'], body, signature as Buffer)).toBe(false);
	expect(isSignedWith([], body, signature as Buffer)).toBe(false);
});

const [secret, message, hex] = vectors[0];
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
