import type { Failure } from '../../../../nodes/shared/client/failure';
import {
	isTlsFailure,
	isTransient,
	wasNotProcessed,
} from '../../../../nodes/shared/client/retryRules';

const http = (status: number): Failure => ({ kind: 'http', status, headers: {} });
const network = (code: string, whileConnecting = false): Failure => ({
	kind: 'network',
	code,
	text: '',
	whileConnecting,
});

test.each<[Failure, boolean, boolean]>([
	// failure, certainly not processed, may pass
	[http(400), true, false],
	[http(404), true, false],
	[http(408), false, false],
	[http(429), true, false],
	[http(500), false, false],
	[http(501), false, false],
	[http(502), false, true],
	[http(503), false, true],
	[http(504), false, true],
	[network('ECONNREFUSED'), true, true],
	[network('EAI_AGAIN'), true, true],
	[network('ENOTFOUND'), true, false],
	[network('ETIMEDOUT', true), true, true],
	[network('ETIMEDOUT'), false, true],
	[network('EHOSTUNREACH', true), true, true],
	[network('EHOSTUNREACH'), false, true],
	[network('ECONNRESET'), false, true],
	[network('ECONNABORTED'), false, true],
	[network(''), false, true],
	[network('CERT_HAS_EXPIRED'), true, false],
	[network('EPROTO'), true, false],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'html' }, false, true],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'cut-off JSON' }, false, true],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'text' }, false, true],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'empty' }, false, true],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'a list without records' }, false, false],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'other JSON' }, false, false],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'a list' }, false, false],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'a record without an ID' }, false, false],
	[{ kind: 'unreadable', status: 200, headers: {}, found: 'deep JSON' }, false, false],
	[{ kind: 'unsent', text: '' }, true, true],
	[{ kind: 'refused', text: '' }, true, false],
	[{ kind: 'cancelled' }, false, false],
])('%j', (failure, notProcessed, passes) => {
	expect(wasNotProcessed(failure)).toBe(notProcessed);
	expect(isTransient(failure)).toBe(passes);
});

test.each([
	['CERT_HAS_EXPIRED', true],
	['ERR_TLS_CERT_ALTNAME_INVALID', true],
	['SELF_SIGNED_CERT_IN_CHAIN', true],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', true],
	['DEPTH_ZERO_SELF_SIGNED_CERT', true],
	['ERR_SSL_WRONG_VERSION_NUMBER', true],
	['ECONNRESET', false],
	['', false],
])('%s from the TLS handshake: %s', (code, isTls) => {
	expect(isTlsFailure(code)).toBe(isTls);
});
