import { randomBytes } from 'node:crypto';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { PAYLOAD, PREVIOUS, SECRET, signed } from './deliveries';

type Headers = Record<string, string | string[]>;
type Row = [name: string, status: number, rawBody: Buffer | string, headers: Headers];

const good = signed(PAYLOAD)['x-pylon-signature'];
const only = (signature: string | string[]): Headers => ({
	'content-type': 'application/json',
	'x-pylon-signature': signature,
});
const plain: Headers = { 'content-type': 'application/json' };

/** A properly signed body that is none the less nothing to be run. */
const own = (name: string, status: number, rawBody: Buffer | string, more: Headers = {}): Row => [
	name,
	status,
	rawBody,
	{ ...signed(rawBody), ...more },
];
const nested = (depth: number, open: string, close: string) =>
	`{"event":"x","a":${open.repeat(depth)}1${close.repeat(depth)}}`;
const field = (value: string) => `{"event":"issue_created","issue_id":${value}}`;

export const unproven: Row[] = [
	['no header', 401, PAYLOAD, plain],
	['an empty header', 401, PAYLOAD, only('')],
	['a header of blanks', 401, PAYLOAD, only('   ')],
	['a wrong signature', 401, PAYLOAD, only('0'.repeat(64))],
	['the signature of another body', 401, `${PAYLOAD} `, only(good)],
	['the signature with another secret', 401, PAYLOAD, signed(PAYLOAD, 'other')],
	['the signature with the empty secret', 401, PAYLOAD, signed(PAYLOAD, '')],
	['the signature with "undefined"', 401, PAYLOAD, signed(PAYLOAD, 'undefined')],
	['the signature with both secrets', 401, PAYLOAD, signed(PAYLOAD, SECRET + PREVIOUS)],
	['the secret itself', 401, PAYLOAD, only(SECRET)],
	['upper case', 401, PAYLOAD, only(good.toUpperCase())],
	[
		'one upper-case digit',
		401,
		PAYLOAD,
		only(good.replace(/[a-f]/, (digit) => digit.toUpperCase())),
	],
	['a prefix', 401, PAYLOAD, only(`sha256=${good}`)],
	["another company's prefix", 401, PAYLOAD, only(`hs256=${good}`)],
	['a timestamp scheme', 401, PAYLOAD, only(`t=1763719200,v1=${good}`)],
	["another company's header", 401, PAYLOAD, { ...plain, 'pylon-webhook-signature': good }],
	['a misspelt header', 401, PAYLOAD, { ...plain, 'x-pylon-signatures': good }],
	['the signature as bearer token', 401, PAYLOAD, { ...plain, authorization: `Bearer ${good}` }],
	['one digit less', 401, PAYLOAD, only(good.slice(1))],
	['one digit more', 401, PAYLOAD, only(`${good}0`)],
	['half of it', 401, PAYLOAD, only(good.slice(0, 32))],
	['base64', 401, PAYLOAD, only(Buffer.from(good, 'hex').toString('base64'))],
	['no hexadecimal digits', 401, PAYLOAD, only('g'.repeat(64))],
	['digits of another script', 401, PAYLOAD, only(Buffer.from('０'.repeat(64)).toString('latin1'))],
	['the header twice, the same', 401, PAYLOAD, only([good, good])],
	['the header twice, the good one last', 401, PAYLOAD, only(['0'.repeat(64), good])],
	['the header twice, the good one first', 401, PAYLOAD, only([good, '0'.repeat(64)])],
	['the header twice, joined', 401, PAYLOAD, only(`${good}, ${good}`)],
	['a header of 10 kB', 401, PAYLOAD, only('a'.repeat(10_000))],
	['a header that looks like a list', 401, PAYLOAD, only(`["${good}"]`)],
	[
		'zipped, signed over the zipped bytes',
		401,
		gzipSync(PAYLOAD),
		{ ...signed(gzipSync(PAYLOAD)), 'content-encoding': 'gzip' },
	],
	[
		'deflated, signed over the deflated bytes',
		401,
		deflateSync(PAYLOAD),
		{ ...signed(deflateSync(PAYLOAD)), 'content-encoding': 'deflate' },
	],
	[
		'the same JSON in another order',
		401,
		'{"issue_id":"i","event":"issue_created"}',
		signed('{"event":"issue_created","issue_id":"i"}'),
	],
	[
		'the same JSON with \\u escapes',
		401,
		PAYLOAD.replace('issue_created', '\\u0069ssue_created'),
		only(good),
	],
	['with a byte order mark before it', 401, `\uFEFF${PAYLOAD}`, only(good)],
	['in UTF-16', 401, Buffer.from(PAYLOAD, 'utf16le'), only(good)],
	['an unproven body that is no JSON', 401, '{', plain],
	['an unproven body of 1 MB', 401, randomBytes(1_000_000), plain],
	['an unproven body of 100,000 lists in one another', 401, '['.repeat(100_000), plain],
];

export const proven: Row[] = [
	own('nothing', 400, ''),
	own('blanks', 400, ' \r\n\t'),
	own('a NUL byte', 400, '\u0000'),
	own('a quote in a text', 400, '{"title":"He said "hi""}'),
	own('a line break in a text', 400, '{"title":"one\ntwo"}'),
	own('cut off', 400, PAYLOAD.slice(0, -5)),
	own('JSON twice', 400, PAYLOAD + PAYLOAD),
	own('JSON with a comment', 400, `${PAYLOAD}// x`),
	own('single quotes', 400, "{'event':'issue_created'}"),
	own('NaN', 400, '{"a":NaN}'),
	own('a form', 400, 'event=issue_created&issue_id=i', {
		'content-type': 'application/x-www-form-urlencoded',
	}),
	own('XML', 400, '<event>issue_created</event>', { 'content-type': 'application/xml' }),
	own('a web page', 400, '<!doctype html>', { 'content-type': 'text/html' }),
	own(
		'a multipart form',
		400,
		`--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${PAYLOAD}\r\n--x--`,
		{
			'content-type': 'multipart/form-data; boundary=x',
		},
	),
	own('a multipart form without a boundary', 400, 'x', { 'content-type': 'multipart/form-data' }),
	own('UTF-16', 400, Buffer.from(PAYLOAD, 'utf16le'), {
		'content-type': 'application/json; charset=utf-16le',
	}),
	own('random bytes', 400, randomBytes(1000)),
	own('a list', 400, `[${PAYLOAD}]`),
	own('an empty list', 400, '[]'),
	own('a text', 400, JSON.stringify(PAYLOAD)),
	own('a number', 400, '1e999'),
	own('null', 400, 'null'),
	own('true', 400, 'true'),
	own('101 objects in one another', 400, nested(101, '{"a":', '}')),
	own('100,000 objects in one another', 400, nested(100_000, '{"a":', '}')),
	own('100,000 lists in one another', 400, nested(100_000, '[', ']')),
	own('no ID', 400, '{"event":"issue_created"}'),
	own('an ID under a prototype key', 400, '{"event":"issue_created","__proto__":{"issue_id":"i"}}'),
	own('an empty ID', 400, field('""')),
	own('a null ID', 400, field('null')),
	own('an ID that is a list', 400, field('["i"]')),
	own('an ID that is an object', 400, field('{"toString":"i"}')),
	own('an ID that is a boolean', 400, field('true')),
	own('an ID with a path in it', 400, field('".."')),
	own('an ID that is no finite number', 400, field('1e999')),
	own('an ID that JSON rounds', 400, field('12345678901234567890')),
	own('half a variable as ID', 400, field('"{{issue.id"')),
	own('an ID with a line break', 400, field('"a\\nb"')),
	own('an ID of 1 MB', 400, field(`"${'x'.repeat(1_000_000)}"`)),
	own('an unresolved variable', 400, field('"{{issue.id}}"')),
	own('an unresolved variable deep inside', 400, '{"event":"x","a":[{"b":"{{{ issue.state }}}"}]}'),
	own('plain bytes that are said to be zipped', 400, PAYLOAD, { 'content-encoding': 'gzip' }),
	own('a zip that ends early', 400, gzipSync(PAYLOAD).subarray(0, -9), {
		...signed(PAYLOAD),
		'content-encoding': 'gzip',
	}),
	own('raw deflate that is said to be gzip', 400, deflateRawSync(PAYLOAD), {
		...signed(PAYLOAD),
		'content-encoding': 'gzip',
	}),
	own('a zip bomb', 413, gzipSync(Buffer.alloc(100 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
	own('17 MB', 413, Buffer.alloc(17 * 1024 * 1024, 0x20)),
];

/** Odd, but what Pylon might have sent: nothing of it may break the trigger. */
export const odd: Row[] = [
	own(
		'prototype keys',
		200,
		'{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}},"toString":null,"hasOwnProperty":1}',
	),
	own('an event named like a prototype key', 200, '{"event":"__proto__"}'),
	own('an event named like a method', 200, '{"event":"toString"}'),
	own('an event that is a list', 200, '{"event":["issue_created"]}'),
	own('the same key twice', 400, '{"event":"a","event":"b"}'),
	own('a key of 100 kB', 200, `{"${'k'.repeat(100_000)}":1}`),
	own(
		'100,000 keys',
		200,
		JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n]))),
	),
	own('99 objects in one another', 200, nested(97, '{"a":', '}')),
	own('a number that no double holds', 200, '{"n":123456789012345678901234567890}'),
	own('lone surrogates', 200, '{"title":"\\ud800 \\udfff"}'),
	own('control characters', 200, '{"title":"\\u0000\\u001b[31m\\u202e"}'),
	own(
		'bytes that are no UTF-8',
		200,
		Buffer.concat([
			Buffer.from('{"t":"'),
			Buffer.from([0xff, 0xc0, 0xed, 0xa0]),
			Buffer.from('"}'),
		]),
	),
	own('braces in a text', 200, '{"title":"use {{issue.id}} here"}'),
	own("a customer's variable", 200, '{"title":"{{first_name}}"}'),
	own(
		"a customer's variables, many",
		200,
		JSON.stringify({ title: '{{ {{a}} {{{'.repeat(10_000) }),
	),
	own('an expression of n8n', 200, '{"title":"={{ $env.SECRET }}"}'),
	own('no content type', 200, '{"a":1}', { 'content-type': '' }),
	own('an unknown content type', 200, '{"a":2}', { 'content-type': 'a/b/c;;;=' }),
	own('an unknown charset', 200, '{"a":3}', {
		'content-type': 'application/json; charset=klingon',
	}),
	own('an unknown encoding', 200, '{"a":4}', { 'content-encoding': 'zstd' }),
	own('other headers twice', 200, '{"a":5}', { 'x-forwarded-for': ['1', '2'], accept: ['a', 'b'] }),
	own('the empty object', 200, '{}'),
	own('deflated, signed over the plain bytes', 200, deflateSync('{"a":6}'), {
		...signed('{"a":6}'),
		'content-encoding': 'deflate',
	}),
];
