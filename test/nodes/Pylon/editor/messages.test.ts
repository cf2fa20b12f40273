import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { resourceMapping } from '../../../../nodes/Pylon/editor/resourceMapping';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { clock } from '../../../../nodes/shared/client/clock';
import type { FaultRule } from '../../../../sandbox/pylon/faults';
import type { CredentialData } from '../../../support/additionalData';
import { openDropDown, openMapper, searchList } from '../../../support/loadOptions';
import { by, byId } from '../../../support/locator';
import { credentialsFor, withPylon } from '../../../support/pylon';

/**
 * What the editor shows of an error where a list should be. n8n cuts it at dashes and drops what tells to check credentials
 * (n8n-editor-ui 2.41, `removeDuplicateTextFromErrorMessage`), so no message may hold either.
 */
const pylon = withPylon();
const node = new Pylon();
const polling = new PylonPollingTrigger();

const DASH = /[-–—]/;
const CHECK_CREDENTIALS = /check\s+(your\s+)?credentials?/i;

/** A record's ID with a dash, so that a message which names it would have one. */
const ID = 'not-a-known-id';
const parameters = {
	resource: 'issue',
	operation: 'search',
	event: 'issue_created',
	customObjectType: 'a-type',
	conditions: { condition: [{ field: 'list:match:state' }, { field: 'list:members:tags' }] },
	...Object.fromEntries(
		['issueId', 'accountId', 'knowledgeBaseId', 'taskId', 'trainingDataId', 'projectId'].map(
			(name) => [name, byId(ID)],
		),
	),
};

/** Where a list of a condition's values is opened. */
const ROW = 'parameters.conditions.condition[1].choice';

type Open = (credentials: CredentialData) => Promise<unknown>;

const openings: Array<[string, Open]> = [
	...Object.keys(node.methods.listSearch).map((name): [string, Open] => [
		name,
		async (credentials) => await searchList(node, name, credentials, { parameters, path: ROW }),
	]),
	...Object.keys(node.methods.loadOptions).map((name): [string, Open] => [
		name,
		async (credentials) => await openDropDown(node, name, credentials, parameters, ROW),
	]),
	...Object.keys(polling.methods.loadOptions).map((name): [string, Open] => [
		`${name} of the polling trigger`,
		async (credentials) => await openDropDown(polling, name, credentials, parameters, ROW),
	]),
	...Object.keys(resourceMapping).map((name): [string, Open] => [
		name,
		async (credentials) => await openMapper(node, name, credentials, parameters),
	]),
];

/** Texts within an answer: the messages of errors, and what stands in place of a list. */
function textsIn(shown: unknown): string[] {
	if (shown instanceof Error) return [shown.message];
	if (Array.isArray(shown)) return shown.flatMap(textsIn);
	if (typeof shown !== 'object' || shown === null) return [];
	const { description, emptyFieldsNotice } = shown as Record<string, unknown>;
	return [description, emptyFieldsNotice].filter((text) => typeof text === 'string');
}

const shownBy = async (open: Open, credentials: CredentialData): Promise<unknown> =>
	await open(credentials).catch((error: unknown) => error);

const SAID = 'Cannot read a-b – c — d at http://some-host.example/x-y';
const body = { errors: [SAID], request_id: '5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11' };

const status = (code: number, extra = {}): FaultRule => ({
	kind: 'status',
	status: code,
	body: { ...body, ...extra },
});

const FAULTS: Array<[string, FaultRule]> = [
	...[400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 500, 502, 503, 504].map(
		(code): [string, FaultRule] => [`status ${code}`, status(code)],
	),
	...[
		'invalid_authorization_header',
		'invalid_api_token',
		'invalid_oauth_token',
		'wrong_region_token',
	].map((code): [string, FaultRule] => [code, status(401, { code })]),
	[
		'a redirect',
		{ kind: 'status', status: 302, headers: { location: 'https://other-host.example/a-b' } },
	],
	['a record that exists', status(400, { exists_id: 'an-id' })],
	['too many calls', { kind: 'rate-limited', waitMs: 20_000 }],
	['a web page', { kind: 'html', status: 200 }],
	['a web page with status 503', { kind: 'html', status: 503 }],
	['nothing', { kind: 'empty-body' }],
	['half an answer', { kind: 'cut-off' }],
	['a broken connection', { kind: 'reset' }],
	['a list that is none', { kind: 'data', value: 'a-b' }],
];

/** Limits are remembered by the process: each look is at a time of its own. */
let later = 0;
const MINUTES = 5 * 60_000;

beforeEach(() => {
	const { now } = clock;
	jest.spyOn(clock, 'now').mockImplementation(() => now() + later);
});

afterEach(() => {
	later += MINUTES;
	jest.restoreAllMocks();
});

let proxy: Server;
let nowhere: string;

beforeAll(async () => {
	proxy = createServer((_, response) => {
		response.statusCode = 404;
		response.end('no-such-page');
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	nowhere = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/some-path`;
});

afterAll(() => proxy.close());

/** Credentials of which no list comes, whatever Pylon does. */
const CREDENTIALS: Array<[string, () => CredentialData]> = [
	['an unknown token', () => credentialsFor(pylon.sim, { apiToken: 'un-known' })],
	['no token', () => credentialsFor(pylon.sim, { apiToken: '' })],
	['a token with Bearer', () => credentialsFor(pylon.sim, { apiToken: 'Bearer a-b' })],
	['a base URL that is none', () => credentialsFor(pylon.sim, { baseUrl: 'ftp://a-b.example' })],
	[
		'a host that does not exist',
		() => credentialsFor(pylon.sim, { baseUrl: 'https://a-b.invalid' }),
	],
	['another server', () => credentialsFor(pylon.sim, { baseUrl: nowhere })],
	[
		'allowed domains without the host',
		() =>
			credentialsFor(pylon.sim, {
				allowedHttpRequestDomains: 'domains',
				allowedDomains: 'other-host.example',
			}),
	],
	['a token of the other region', () => ({ region: 'eu', apiToken: 'pylon_api_a-b' })],
];

describe.each(openings)('%s', (_, open) => {
	test('says nothing that n8n would cut', async () => {
		const wrong: string[] = [];
		let said = 0;
		const look = async (what: string, credentials: CredentialData) => {
			const texts = textsIn(await shownBy(open, credentials));
			said += texts.length;
			for (const text of texts)
				if (DASH.test(text) || CHECK_CREDENTIALS.test(text)) wrong.push(`${what}: ${text}`);
			later += MINUTES;
		};
		for (const [what, fault] of FAULTS) {
			pylon.sim.faults.clear();
			pylon.sim.faults.add(fault);
			await look(what, pylon.credentials);
		}
		pylon.sim.faults.clear();
		for (const [what, credentials] of CREDENTIALS) await look(what, credentials());
		expect(wrong).toEqual([]);
		// A list that depends on nothing says something of each fault but one, which only empties it.
		expect(said).toBeGreaterThan(0);
	});
});

test('names of hosts and IDs are there, with a hyphen that n8n leaves alone', async () => {
	const error = (await shownBy(
		async (credentials) => await searchList(node, 'searchMessages', credentials, { parameters }),
		pylon.credentials,
	)) as Error;
	expect(error.message).toContain(ID.replaceAll('-', '\u2011'));
});

test('what has to be chosen first is told without a dash, too', async () => {
	const error = (await shownBy(
		async (credentials) =>
			await searchList(node, 'searchMessages', credentials, {
				parameters: { ...parameters, issueId: by('url', 'https://some-host.example/a-b') },
			}),
		pylon.credentials,
	)) as Error;
	expect(error.message).toMatch(/^'Issue' is not the URL of an issue\. It is /);
	expect(error.message).not.toMatch(DASH);
});

describe('too many calls', () => {
	const open = async () => await searchList(node, 'searchTeams', pylon.credentials);

	test('for a short time are waited for', async () => {
		const waits: number[] = [];
		jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
			waits.push(ms);
			later += ms;
			await Promise.resolve();
		});
		pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 5000, nth: [1] });
		expect((await open()).results).toHaveLength(2);
		expect(waits).toHaveLength(1);
		expect(waits[0]).toBeGreaterThanOrEqual(4900);
	});

	test('for longer: what to do in front of the list, at once', async () => {
		const sleep = jest.spyOn(clock, 'sleep');
		pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 20_000 });
		await expect(open()).rejects.toThrow(
			/^Pylon is busy: too many calls this minute\. Open or refresh the list again in 20 seconds, or choose the record By ID\./,
		);
		expect(sleep).not.toHaveBeenCalled();
	});
});
