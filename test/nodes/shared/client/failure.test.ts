import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import { toFailure, withoutToken, type Failure } from '../../../../nodes/shared/client/failure';

const node = { name: 'Pylon', type: 'pylon' } as INode;
const axiosError = (more: object, message = 'axios') =>
	Object.assign(new Error(message), { isAxiosError: true }, more);

/** As n8n wraps what a request threw, from 2.34 on. */
const wrapped = (thrown: unknown) =>
	Object.assign(new NodeApiError(node, thrown as JsonObject), { cause: thrown });
/** The same in n8n 1.100 to 2.33, whose class wipes the cause. */
const wiped = (thrown: unknown) =>
	Object.assign(new NodeApiError(node, thrown as JsonObject), { cause: undefined });

describe.each([
	['with a cause (n8n 2.34 and later)', wrapped],
	['without a cause (n8n before 2.34)', wiped],
])('no answer, as n8n tells it %s', (_, wrap) => {
	test.each([
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', true],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND nowhere.invalid', true],
		['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443', true],
		['EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.1:443', true],
		['EHOSTUNREACH', 'read EHOSTUNREACH', false],
		['ECONNRESET', 'socket hang up', false],
		['ECONNABORTED', 'aborted', false],
		['ERR_CANCELED', 'canceled', false],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', false],
	])('%s: %s', (code, message, whileConnecting) => {
		expect(toFailure(wrap(axiosError({ code }, message)))).toEqual({
			kind: 'network',
			code,
			text: message,
			whileConnecting,
		});
	});

	test('no answer in time', () => {
		expect(
			toFailure(wrap(axiosError({ code: 'ECONNABORTED' }, 'timeout of 50ms exceeded'))),
		).toMatchObject({ kind: 'network', code: 'ETIMEDOUT' });
	});

	test('an answer that broke off in the middle', () => {
		const broken = axiosError({ code: 'ERR_BAD_RESPONSE', status: 200 }, 'stream has been aborted');
		expect(toFailure(wrap(broken))).toMatchObject({
			kind: 'network',
			text: 'stream has been aborted',
			whileConnecting: false,
		});
	});

	test('what n8n did not let out', () => {
		expect(toFailure(wrap(new Error('Domain not allowed')))).toEqual({
			kind: 'refused',
			text: 'Domain not allowed',
		});
	});
});

test.each([
	['connect', true],
	['getaddrinfo', true],
	['read', false],
	[undefined, false],
])('Node says in %s', (syscall, whileConnecting) => {
	const cause = axiosError({
		code: 'EHOSTUNREACH',
		cause: Object.assign(new Error('node'), { syscall }),
	});
	expect(toFailure(wrapped(cause))).toMatchObject({
		kind: 'network',
		code: 'EHOSTUNREACH',
		whileConnecting,
	});
});

test('axios without n8n around it', () => {
	expect(toFailure(axiosError({ code: 'ECONNRESET' }))).toMatchObject({
		kind: 'network',
		code: 'ECONNRESET',
	});
	expect(toFailure(axiosError({}))).toMatchObject({ kind: 'network', code: '' });
});

test.each([[undefined], [null], ['text'], [new TypeError('x is not a function')]])(
	'%s is not taken for a broken connection',
	(thrown) => {
		expect(toFailure(thrown).kind).toBe('refused');
	},
);

test('the token is taken out, wherever it stands', () => {
	const failure: Failure = {
		kind: 'http',
		status: 401,
		headers: { a: 'x secret y' },
		body: { errors: ['secret'], raw: { secret: 1 } },
	};
	expect(JSON.stringify(withoutToken(failure, 'secret'))).not.toContain('secret');
	expect(withoutToken(failure, 'other')).toBe(failure);
	expect(withoutToken(failure, '')).toBe(failure);
});
