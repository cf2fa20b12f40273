import * as fc from 'fast-check';

import { sign } from '../../../../nodes/PylonTrigger/receive/signature';
import type { Delivery } from '../../../support/webhook';
import { PREVIOUS, SECRET } from './deliveries';

/** A delivery as Pylon would send it. */
export interface Valid {
	body: Buffer;
	secret: string;
	signature: string;
}

const payload = fc.record(
	{
		event: fc.constantFrom('issue_created', 'issue_message', 'issue_updated', 'my_own'),
		issue_id: fc.uuid(),
		message_id: fc.uuid(),
		title: fc.string({ unit: 'grapheme', maxLength: 40 }),
		tags: fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
		more: fc.jsonValue({ maxDepth: 2 }),
	},
	{ requiredKeys: ['event', 'issue_id'] },
);

/** Valid deliveries: any payload, signed with the current or the previous secret. */
export const anyValid: fc.Arbitrary<Valid> = fc
	.record({ payload, indent: fc.constantFrom(0, 2), secret: fc.constantFrom(SECRET, PREVIOUS) })
	.map(({ payload: value, indent, secret }) => {
		const body = Buffer.from(JSON.stringify(value, null, indent));
		return { body, secret, signature: sign(body, secret) };
	});

/**
 * @param valid a valid delivery
 * @returns the call that brings it
 */
export const sent = ({ body, signature }: Valid): Delivery => ({
	rawBody: body,
	headers: { 'content-type': 'application/json', 'x-pylon-signature': signature },
});

type Mutate = (valid: Valid, other: Valid, at: number, byte: number) => Delivery;

const withBody = (valid: Valid, body: Buffer): Delivery => ({ ...sent(valid), rawBody: body });
const withSignature = (valid: Valid, signature: string | string[]): Delivery => ({
	...sent(valid),
	headers: { 'content-type': 'application/json', 'x-pylon-signature': signature },
});

/** A place in something of that length. */
const place = (at: number, length: number): number => at % Math.max(1, length);

function changed(body: Buffer, index: number, to: number): Buffer {
	const copy = Buffer.from(body);
	copy[index] = copy[index] === to ? to ^ 1 : to;
	return copy;
}

const HEX = '0123456789abcdef';

/** What may happen to a delivery on its way, or be tried by somebody without the secret. Each makes it invalid. */
export const mutations: Record<string, Mutate> = {
	'a bit of the body': (valid, _, at, byte) => {
		const index = place(at, valid.body.length);
		return withBody(valid, changed(valid.body, index, valid.body[index] ^ (1 << (byte & 7))));
	},
	'a byte of the body': (valid, _, at, byte) =>
		withBody(valid, changed(valid.body, place(at, valid.body.length), byte)),
	'a byte more': (valid, _, at, byte) => {
		const index = place(at, valid.body.length + 1);
		return withBody(
			valid,
			Buffer.concat([
				valid.body.subarray(0, index),
				Buffer.from([byte]),
				valid.body.subarray(index),
			]),
		);
	},
	'a byte less': (valid, _, at) => {
		const index = place(at, valid.body.length);
		return withBody(
			valid,
			Buffer.concat([valid.body.subarray(0, index), valid.body.subarray(index + 1)]),
		);
	},
	'the body cut off': (valid, _, at) =>
		withBody(valid, valid.body.subarray(0, place(at, valid.body.length))),
	'the body twice': (valid) => withBody(valid, Buffer.concat([valid.body, valid.body])),
	'the JSON written anew': (valid) => {
		const tabbed = Buffer.from(JSON.stringify(JSON.parse(valid.body.toString()), null, '\t'));
		return withBody(valid, tabbed);
	},
	"another delivery's body": (valid, other) =>
		withBody(valid, Buffer.concat([other.body, Buffer.from(' ')])),
	'another event in it': (valid) =>
		withBody(valid, Buffer.from(valid.body.toString().replace(/"event": ?"/, '$&x'))),
	'a digit of the signature': (valid, _, at, byte) => {
		const index = at % 64;
		const digit = HEX[byte % 16] === valid.signature[index] ? HEX[(byte + 1) % 16] : HEX[byte % 16];
		return withSignature(
			valid,
			valid.signature.slice(0, index) + digit + valid.signature.slice(index + 1),
		);
	},
	'a character of the signature': (valid, _, at, byte) => {
		const index = at % 64;
		const character = String.fromCharCode(0x47 + (byte % 0x18));
		return withSignature(
			valid,
			valid.signature.slice(0, index) + character + valid.signature.slice(index + 1),
		);
	},
	'two digits of the signature swapped': (valid, _, at) => {
		const digits = [...valid.signature];
		const index = at % 63;
		const next = digits.findIndex((digit, where) => where > index && digit !== digits[index]);
		if (next < 0) return withSignature(valid, digits.reverse().join('').slice(1));
		[digits[index], digits[next]] = [digits[next], digits[index]];
		return withSignature(valid, digits.join(''));
	},
	'the signature cut off': (valid, _, at) =>
		withSignature(valid, valid.signature.slice(0, at % 64)),
	'the signature longer': (valid, _, __, byte) =>
		withSignature(valid, valid.signature + HEX[byte % 16]),
	'the signature in upper case': (valid) =>
		withSignature(valid, `${valid.signature.toUpperCase().slice(0, -1)}A`),
	'the signature with a prefix': (valid) => withSignature(valid, `sha256=${valid.signature}`),
	'the signature twice': (valid) => withSignature(valid, [valid.signature, valid.signature]),
	"another delivery's signature beside it": (valid, other) =>
		withSignature(valid, [valid.signature, other.signature]),
	"another secret's signature": (valid, _, at, byte) => {
		const secret = Buffer.from(valid.secret);
		return withSignature(
			valid,
			sign(
				valid.body,
				changed(
					secret,
					at % secret.length,
					secret[at % secret.length] ^ (1 << (byte & 6)),
				).toString('latin1'),
			),
		);
	},
	'the signature over nothing': (valid) =>
		withSignature(valid, sign(Buffer.alloc(0), valid.secret)),
	'the signature in another header': ({ body, signature }, _, at) => ({
		rawBody: body,
		headers: {
			[['x-signature', 'x-pylon-signature-256', 'pylon-webhook-signature', 'authorization'][
				at % 4
			]]: signature,
		},
	}),
	'no signature': ({ body }) => ({
		rawBody: body,
		headers: { 'content-type': 'application/json' },
	}),
	'said to be zipped': (valid, _, at) => {
		const { rawBody, headers } = sent(valid);
		return { rawBody, headers: { ...headers, 'content-encoding': at % 2 ? 'gzip' : 'deflate' } };
	},
};

/** A valid delivery, and what became of it. */
export const anyMutated: fc.Arbitrary<{ how: string; delivery: Delivery }> = fc
	.record({
		how: fc.constantFrom(...Object.keys(mutations)),
		valid: anyValid,
		other: anyValid,
		at: fc.nat({ max: 100_000 }),
		byte: fc.nat({ max: 255 }),
	})
	.map(({ how, valid, other, at, byte }) => ({
		how,
		delivery: mutations[how](valid, other, at, byte),
	}));
