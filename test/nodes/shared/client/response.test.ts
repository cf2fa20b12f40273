import { RequestFailed, type Failure } from '../../../../nodes/shared/client/failure';
import {
	httpFailureOf,
	isDeeperThan,
	kindOfText,
	oneLine,
	readAnswer,
} from '../../../../nodes/shared/client/response';
import type { Expected } from '../../../../nodes/shared/client/pylonRequest';

const failureOf = (read: () => unknown): Failure | undefined => {
	try {
		read();
	} catch (error) {
		if (error instanceof RequestFailed) return error.failure;
		throw error;
	}
	return undefined;
};

/** Nested without recursion, which would be too deep for it. */
function nested(levels: number): unknown {
	let value: unknown = 'x';
	for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
	return value;
}

test.each([
	['', 'empty'],
	[' \n', 'empty'],
	['  <!DOCTYPE html>', 'html'],
	['{"data":[', 'cut-off JSON'],
	['[1,', 'cut-off JSON'],
	['Service Unavailable', 'text'],
])('%j is %s', (text, kind) => {
	expect(kindOfText(text)).toBe(kind);
});

describe('an answer with another status', () => {
	const http = (body: unknown, headers = {}) => httpFailureOf({ status: 400, headers, body });

	test("Pylon's body", () => {
		const data = { errors: ['a', 7, 'b'], code: 'x', request_id: 'r', exists_id: 'e' };
		expect(http(data, { 'x-a': '1' })).toEqual({
			kind: 'http',
			status: 400,
			headers: { 'x-a': '1' },
			body: { errors: ['a', 'b'], code: 'x', requestId: 'r', existsId: 'e', raw: data },
		});
	});

	test.each([
		['"message" of a proxy', { message: 'a' }],
		['"error" of a proxy', { error: 'a' }],
	])('%s', (_, data) => {
		expect(http(data)).toMatchObject({ kind: 'http', body: { errors: ['a'] } });
	});

	test.each([
		['<html>', 'html'],
		['', 'empty'],
		[undefined, 'empty'],
		[null, 'empty'],
		['{"errors":["a', 'text'],
		[{ errors: nested(20_000) }, 'text'],
	])('that is not an error of Pylon (%#)', (data, otherBody) => {
		const failure = http(data);
		expect(failure.body).toBeUndefined();
		expect(failure.otherBody).toBe(otherBody);
	});

	test('20 MB of text become a few lines, 10 errors at most', () => {
		const long = 'x\u001b[31m\n'.repeat(1_000_000);
		const { body } = http({
			errors: Array.from({ length: 100 }, () => long),
			request_id: long,
			code: long,
			exists_id: long,
		});
		expect(JSON.stringify(body).length).toBeLessThan(25_000);
		expect(body?.errors).toHaveLength(10);
		for (const text of [...(body?.errors ?? []), body?.requestId, body?.code, body?.existsId])
			expect(text).not.toMatch(/\p{Cc}/u);
	});
});

test.each([
	['a\u0000b\r\n\u001b[2Jc\u202ed', 'a b [2Jc d'],
	['plain', 'plain'],
	['\u{1f600}'.repeat(2000), undefined],
])('one line of %j', (given, wanted) => {
	const line = oneLine(given);
	expect([...line].length).toBeLessThanOrEqual(1000);
	expect(line).not.toMatch(/\p{Cs}/u);
	if (wanted !== undefined) expect(line).toBe(wanted);
});

test('depth', () => {
	expect(isDeeperThan(nested(100), 100)).toBe(false);
	expect(isDeeperThan(nested(101), 100)).toBe(true);
	expect(isDeeperThan(nested(100_000), 100)).toBe(true);
});

describe('a good status', () => {
	const found = (
		body: unknown,
		path: string,
		expected: Expected = 'record',
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE' = 'GET',
	) => {
		const failure = failureOf(() =>
			readAnswer({ status: 200, headers: {}, body }, expected, method, path),
		);
		return failure?.kind === 'unreadable' ? failure.found : failure?.kind;
	};
	const withId = { data: { id: '1' }, request_id: 'r' };

	test.each<[unknown, string, Expected, 'GET' | 'POST' | 'PATCH' | 'DELETE', string | undefined]>([
		[withId, '/contacts/1', 'record', 'GET', undefined],
		[{ data: { id: 7 } }, '/contacts/1', 'record', 'GET', undefined],
		[{ data: [], request_id: 'r' }, '/contacts/1', 'record', 'GET', 'a list'],
		[{ data: [{ id: '1' }] }, '/contacts/1', 'record', 'PATCH', 'a list'],
		[{ data: { name: 'x' } }, '/contacts/1', 'record', 'GET', 'a record without an ID'],
		[{ data: { id: { toString: 1 } } }, '/contacts/1', 'record', 'GET', 'a record without an ID'],
		[{ request_id: 'r' }, '/contacts/1', 'record', 'GET', 'a record without an ID'],
		[{ data: 'x' }, '/contacts/1', 'record', 'GET', 'a record without an ID'],
		[{ request_id: 'r' }, '/contacts/1', 'record', 'PATCH', undefined],
		[{ request_id: 'r' }, '/contacts/1', 'record', 'DELETE', undefined],
		[{ data: { name: 'x' } }, '/me', 'record', 'GET', undefined],
		[{ request_id: 'r' }, '/contacts/search', 'list', 'POST', undefined],
		[{ data: null, request_id: 'r' }, '/contacts', 'list', 'GET', undefined],
		[{ data: { id: '1' } }, '/contacts', 'list', 'GET', 'a list without records'],
		[{ data: { id: '1' } }, '/issue-statuses', 'record', 'GET', 'a list without records'],
		[{ data: [] }, '/issue-statuses', 'record', 'GET', undefined],
		[{ data: [] }, '/new-things/1', 'record', 'GET', undefined],
		[{}, '/contacts/1', 'record', 'PATCH', 'other JSON'],
		[[], '/contacts', 'list', 'GET', 'other JSON'],
		['<html>', '/contacts', 'list', 'GET', 'html'],
		['', '/contacts', 'any', 'GET', 'empty'],
		[{ anything: 1 }, '/contacts', 'any', 'GET', undefined],
		[{ data: nested(20_000) }, '/contacts', 'any', 'GET', 'deep JSON'],
		[{ data: nested(20_000) }, '/contacts/1', 'record', 'GET', 'deep JSON'],
	])('%# to %s, %s of %s: %s', (body, path, expected, method, wanted) => {
		expect(found(body, path, expected, method)).toBe(wanted);
	});

	test('nothing at all with 204, where the endpoint is not known', () => {
		expect(readAnswer({ status: 204, headers: {}, body: '' }, 'any', 'DELETE', '/x')).toEqual({});
	});
});
