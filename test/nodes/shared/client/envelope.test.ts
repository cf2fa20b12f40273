import { isRecord, openEnvelope } from '../../../../nodes/shared/client/envelope';

const requestId = 'r';
const json = (...records: unknown[]) => records.map((record) => ({ json: record }));

test.each([
	['one record', { data: { id: 'a' }, request_id: requestId }, 'GET', false, json({ id: 'a' })],
	[
		'several',
		{ data: [{ id: 'a' }, { id: 'b' }], request_id: requestId },
		'GET',
		true,
		json({ id: 'a' }, { id: 'b' }),
	],
	[
		'several, although not declared a list',
		{ data: [{ id: 'a' }], request_id: requestId },
		'POST',
		false,
		json({ id: 'a' }),
	],
	['none', { data: [], pagination: null, request_id: requestId }, 'GET', true, []],
	['null for a list', { data: null, request_id: requestId }, 'GET', true, []],
	['a list without data', { request_id: requestId }, 'GET', true, []],
	['nothing to say', { request_id: requestId }, 'POST', false, json({ success: true })],
	['null', { data: null, request_id: requestId }, 'POST', false, json({ success: true })],
	[
		'something beside the envelope',
		{ success: false, request_id: requestId },
		'PATCH',
		false,
		json({ success: false }),
	],
	['a delete', { request_id: requestId }, 'DELETE', false, json({ deleted: true })],
	[
		'a delete that answers the record',
		{ data: { id: 'a' }, request_id: requestId },
		'DELETE',
		false,
		json({ deleted: true }),
	],
	[
		'texts',
		{ data: ['a', 'b'], request_id: requestId },
		'GET',
		true,
		json({ value: 'a' }, { value: 'b' }),
	],
	['a text', { data: 'a', request_id: requestId }, 'GET', false, json({ value: 'a' })],
	['false', { data: false, request_id: requestId }, 'GET', false, json({ value: false })],
	['lists in a list', { data: [[1]], request_id: requestId }, 'GET', true, json({ value: [1] })],
] as const)('%s', (_, body, method, isList, items) => {
	expect(openEnvelope(structuredClone(body) as never, method, isList)).toEqual(items);
});

test.each([
	[{}, true],
	[{ a: 1 }, true],
	[null, false],
	[[], false],
	['text', false],
	[undefined, false],
])('%j is a record: %s', (value, expected) => {
	expect(isRecord(value)).toBe(expected);
});
