import { kindOfText, RequestFailed, toFailure } from '../../../../nodes/shared/client/failure';

const axiosError = (more: object) => Object.assign(new Error('axios'), { isAxiosError: true }, more);
/** As n8n wraps what a request threw. */
const wrapped = (cause: unknown) => Object.assign(new Error('n8n'), { cause });
const answer = (status: number, data: unknown, headers = {}) => wrapped(axiosError({ response: { status, data, headers } }));

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
	test("Pylon's body", () => {
		const data = { errors: ['a', 7, 'b'], code: 'x', request_id: 'r', exists_id: 'e' };
		expect(toFailure(answer(400, data, { 'x-a': '1' }), false)).toEqual({
			kind: 'http',
			status: 400,
			headers: { 'x-a': '1' },
			body: { errors: ['a', 'b'], code: 'x', requestId: 'r', existsId: 'e', raw: data },
			otherBody: undefined,
		});
	});

	test.each([
		['text', JSON.stringify({ errors: ['a'] })],
		['bytes', Buffer.from(JSON.stringify({ errors: ['a'] }))],
		['"message" of a proxy', { message: 'a' }],
		['"error" of a proxy', { error: 'a' }],
	])('as %s', (_, data) => {
		expect(toFailure(answer(502, data), false)).toMatchObject({ kind: 'http', body: { errors: ['a'] } });
	});

	test.each([
		['<html>', 'html'],
		['', 'empty'],
		[undefined, 'empty'],
		[null, 'empty'],
		['{"errors":["a', 'text'],
		[Buffer.from('no'), 'text'],
	])('that is not JSON: %j', (data, otherBody) => {
		expect(toFailure(answer(502, data), false)).toMatchObject({ kind: 'http', body: undefined, otherBody });
	});

	test('a good status with an error is a broken connection', () => {
		const broken = axiosError({ code: 'ECONNRESET', response: { status: 200, headers: {}, data: undefined } });
		expect(toFailure(wrapped(broken), false)).toMatchObject({ kind: 'network', code: 'ECONNRESET' });
	});
});

describe('no answer', () => {
	test.each([
		['connect', true],
		['getaddrinfo', true],
		['read', false],
		['write', false],
		[undefined, false],
	])('broken in %s', (syscall, whileConnecting) => {
		const cause = axiosError({ code: 'EHOSTUNREACH', cause: Object.assign(new Error('node'), { syscall }) });
		expect(toFailure(wrapped(cause), false)).toMatchObject({ kind: 'network', code: 'EHOSTUNREACH', whileConnecting });
	});

	test('axios without n8n around it', () => {
		expect(toFailure(axiosError({ code: 'ECONNRESET' }), false)).toMatchObject({ kind: 'network', code: 'ECONNRESET' });
	});

	test('a cancelled execution counts before what it broke', () => {
		expect(toFailure(wrapped(axiosError({ code: 'ERR_CANCELED' })), true)).toEqual({ kind: 'cancelled' });
	});
});

test('what n8n did not let out', () => {
	expect(toFailure(wrapped(new Error('Domain not allowed')), false)).toEqual({ kind: 'refused', text: 'Domain not allowed' });
});

test("the transport's own finding stays as it is", () => {
	const failure = { kind: 'unreadable', status: 200, headers: {}, found: 'html' } as const;
	expect(toFailure(new RequestFailed(failure), true)).toBe(failure);
});

test('what comes from no request is no failure of one', () => {
	expect(toFailure(new TypeError('x is not a function'), false)).toBeUndefined();
});
