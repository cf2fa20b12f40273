import {
	errorTextFor,
	TOKEN_TEXTS,
	type RequestInfo,
} from '../../../../nodes/shared/client/errorTexts';
import type { Failure } from '../../../../nodes/shared/client/failure';
import { wasNotProcessed } from '../../../../nodes/shared/client/retryRules';

const asked = (region: RequestInfo['region']): RequestInfo => ({
	method: 'GET',
	path: '/contacts/8a1f',
	template: '/contacts/{contactId}',
	record: { displayName: 'Contact', value: '8a1f' },
	region,
	baseUrl: 'https://api.example',
	from: 'item',
	maybeProcessed: false,
});

const http = (status: number, code?: string): Failure => ({
	kind: 'http',
	status,
	headers: {},
	body: { errors: [], code, raw: {} },
});

test.each([
	['us', "Switch 'Region' of the credential to European Union."],
	['eu', "Switch 'Region' of the credential to United States."],
] as const)('a token of the other region than %s', (region, description) => {
	expect(errorTextFor(asked(region), http(401, 'wrong_region_token'))).toEqual({
		message: 'This API token belongs to the other Pylon region',
		description,
	});
});

test("'Base URL' is named only where the credential shows it", () => {
	const failures: Failure[] = [
		http(405),
		{ kind: 'network', code: 'ENOTFOUND', text: '', whileConnecting: true },
		{ kind: 'network', code: 'ECONNREFUSED', text: '', whileConnecting: true },
		{ kind: 'network', code: 'CERT_HAS_EXPIRED', text: '', whileConnecting: false },
		{ kind: 'unreadable', status: 200, headers: {}, found: 'html' },
	];
	for (const failure of failures) {
		expect(errorTextFor(asked('us'), failure).description).not.toContain("'Base URL'");
		expect(errorTextFor(asked('custom'), failure).description).toContain("'Base URL'");
	}
});

test.each<[RequestInfo['method'], string, string]>([
	['GET', '/issues/{issueId}', 'read issues'],
	['POST', '/contacts/search', 'read contacts'],
	['POST', '/feature-requests', 'change feature requests'],
	['DELETE', '/account-highlights/{accountHighlightId}', 'change account highlights'],
])('403 of %s %s tells the right that lacks', (method, template, right) => {
	expect(errorTextFor({ ...asked('us'), method, template }, http(403)).message).toBe(
		`The API token lacks permission (to ${right})`,
	);
});

const EVERY_FAILURE: Failure[] = [
	...[400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 429, 500, 503].map((status) =>
		http(status),
	),
	...Object.keys(TOKEN_TEXTS).map((code) => http(code === 'permission_denied' ? 403 : 401, code)),
	...['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EPROTO', 'CERT_HAS_EXPIRED', 'ECONNRESET', ''].map(
		(code): Failure => ({ kind: 'network', code, text: '', whileConnecting: false }),
	),
	...(
		[
			'html',
			'empty',
			'text',
			'cut-off JSON',
			'a list without records',
			'a list',
			'a record without an ID',
			'deep JSON',
			'other JSON',
		] as const
	).map((found): Failure => ({ kind: 'unreadable', status: 200, headers: {}, found })),
	...(['html', 'empty', 'text'] as const).flatMap((otherBody) =>
		[400, 408, 429, 500, 503].map((status): Failure => ({
			kind: 'http',
			status,
			headers: {},
			otherBody,
		})),
	),
	{ kind: 'refused', text: '' },
	{ kind: 'unsent', text: '' },
	{ kind: 'unsent', text: 'timeout exceeded when trying to connect' },
	{ kind: 'cancelled' },
];

test("n8n's guidelines: no 'error', 'problem', 'failure' or 'mistake', and every text says how to go on", () => {
	for (const maybeProcessed of [false, true]) {
		for (const failure of EVERY_FAILURE) {
			const { message, description } = errorTextFor(
				{ ...asked('custom'), maybeProcessed },
				failure,
			);
			expect(`${message} ${description}`).not.toMatch(
				/error|problem|failure|mistake|undefined|null/i,
			);
			expect(message).not.toMatch(/[.:]$/);
			expect(description).toMatch(/\.$/);
		}
	}
});

test('what may have been carried out is said of every way in which an answer can be missing', () => {
	for (const failure of EVERY_FAILURE.filter((one) => !wasNotProcessed(one))) {
		const { description } = errorTextFor({ ...asked('custom'), maybeProcessed: true }, failure);
		expect([failure, description]).toEqual([
			failure,
			expect.stringContaining('Pylon may have processed it anyway'),
		]);
	}
});
