import { parsePayload } from '../../../nodes/PylonTrigger/receive/payload';

test.each([
	['{"a":1}', { a: 1 }],
	[' \r\n{"a":1}\n', { a: 1 }],
	['\uFEFF{"a":1}', { a: 1 }],
	['{"title":"Café ✓ 🙂"}', { title: 'Café ✓ 🙂' }],
	['{}', {}],
])('%j is read', (text, expected) => {
	expect(parsePayload(Buffer.from(text))).toEqual({ body: expected });
});

test.each([
	['', 'empty'],
	[' \n', 'empty'],
	['\uFEFF', 'empty'],
	['{"title":"He said "hi""}', 'notJson'],
	['{"title":"two\nlines"}', 'notJson'],
	["{'a':1}", 'notJson'],
	['{"a":1}{"a":2}', 'notJson'],
	['{"a":1', 'notJson'],
	['<html>', 'otherFormat'],
	['a=1', 'otherFormat'],
	['undefined', 'otherFormat'],
	['[{"a":1}', 'otherFormat'],
	['[{"a":1}]', 'notAnObject'],
	['"text"', 'notAnObject'],
	['1', 'notAnObject'],
	['true', 'notAnObject'],
	['null', 'notAnObject'],
])('%j is %s', (text, fault) => {
	expect(parsePayload(Buffer.from(text))).toEqual({ fault });
});

test('bytes that are no UTF-8 do not cost the event', () => {
	const cut = Buffer.concat([Buffer.from('{"title":"Caf'), Buffer.from([0xc3]), Buffer.from('"}')]);
	expect(parsePayload(cut)).toEqual({ body: { title: 'Caf\uFFFD' } });
});

test('prototype keys stay plain keys', () => {
	const text = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
	const { body: payload } = parsePayload(Buffer.from(text)) as { body: object };
	expect(JSON.stringify(payload)).toBe(text);
	expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`;

test('depth that n8n could not store is refused', () => {
	expect(parsePayload(Buffer.from(nested(100)))).toEqual({
		body: JSON.parse(nested(100)) as unknown,
	});
	expect(parsePayload(Buffer.from(nested(102)))).toEqual({ fault: 'tooDeep' });
	expect(parsePayload(Buffer.from(`{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`))).toEqual({
		fault: 'tooDeep',
	});
});

test('width is no depth', () => {
	const wide = JSON.stringify({ list: Array.from({ length: 200_000 }, (_, n) => ({ n })) });
	expect(parsePayload(Buffer.from(wide))).toHaveProperty('body.list.199999.n', 199_999);
});
