import { parsePayload } from '../../../nodes/PylonTrigger/payload';
import { payloadTemplates } from '../../../nodes/PylonTrigger/payloadTemplates';

test.each([
	['{"a":1}', { a: 1 }],
	[' \r\n{"a":1}\n', { a: 1 }],
	['\uFEFF{"a":1}', { a: 1 }],
	['{"title":"Café ✓ 🙂"}', { title: 'Café ✓ 🙂' }],
	['{}', {}],
])('%j is read', (text, expected) => {
	expect(parsePayload(Buffer.from(text))).toEqual(expected);
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
	['<html>', 'notJson'],
	['a=1', 'notJson'],
	['undefined', 'notJson'],
	['[{"a":1}]', 'notAnObject'],
	['"text"', 'notAnObject'],
	['1', 'notAnObject'],
	['true', 'notAnObject'],
	['null', 'notAnObject'],
])('%j is %s', (text, fault) => {
	expect(parsePayload(Buffer.from(text))).toBe(fault);
});

test('bytes that are no UTF-8 do not cost the event', () => {
	const cut = Buffer.concat([Buffer.from('{"title":"Caf'), Buffer.from([0xc3]), Buffer.from('"}')]);
	expect(parsePayload(cut)).toEqual({ title: 'Caf\uFFFD' });
});

test('prototype keys stay plain keys', () => {
	const text = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
	const payload = parsePayload(Buffer.from(text));
	expect(JSON.stringify(payload)).toBe(text);
	expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(Object.entries(payloadTemplates))('the template %s is JSON whatever the IDs are', (event, template) => {
	const rendered = template.replace(/\{\{[a-z_.]+\}\}/g, '1f0c9a7e-0000-4000-8000-000000000001');
	expect(JSON.parse(rendered)).toMatchObject({ event, issue_id: '1f0c9a7e-0000-4000-8000-000000000001' });
});
