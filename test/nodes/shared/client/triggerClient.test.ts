import type { IDataObject } from 'n8n-workflow';

import { clock } from '../../../../nodes/shared/client/clock';
import type { RequestLimits, PylonClient } from '../../../../nodes/shared/client/triggerClient';
import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import type { CredentialData } from '../../../support/additionalData';
import { askPylonFromTrigger, limits } from './support/askingTrigger';

const pylon = withPylon();
const issueId = seedIds.issues.globex;
const waits: number[] = [];

beforeEach(() => {
	waits.length = 0;
	let passed = 0;
	jest.spyOn(clock, 'now').mockImplementation(() => Date.now() + passed);
	jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
		waits.push(ms);
		passed += ms;
	});
});
afterEach(() => jest.restoreAllMocks());

const ask = async <T>(
	work: (client: PylonClient) => Promise<T>,
	{ credentials = {}, ...changes }: Partial<RequestLimits> & { credentials?: IDataObject } = {},
) =>
	await askPylonFromTrigger(
		{ ...pylon.credentials, ...credentials } as CredentialData,
		work,
		changes,
	);

const issue = { template: '/issues/{issueId}', ids: { issueId } };
const getIssue = async (client: PylonClient) => await client.record(issue);
const asked = () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`);

test('a record, with the token of the credential', async () => {
	const { result } = await ask(getIssue);
	expect(result).toMatchObject({ id: issueId, title: expect.any(String) });
	expect(asked()).toEqual([`GET /issues/${issueId}`]);
});

test('the first page of a search', async () => {
	const { result } = await ask((client) =>
		client.list({
			template: '/issues/search',
			body: { limit: 1, filter: { field: 'state', operator: 'equals', value: 'open' } },
		}),
	);
	expect(result).toEqual([expect.objectContaining({ id: expect.any(String), state: 'open' })]);
	expect(asked()).toEqual(['POST /issues/search']);
});

test('IDs are percent-encoded', async () => {
	await ask((client) => client.record({ ...issue, ids: { issueId: 'a/b?c#d é' } }));
	expect(asked()).toEqual(['GET /issues/a%2Fb%3Fc%23d%20%C3%A9']);
});

test('a 429 is waited for as long as Pylon asks, and all that hits the same limit waits', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 2000, operationId: 'getIssue', nth: [1] });
	const { result } = await ask(getIssue);
	expect(result).toMatchObject({ id: issueId });
	expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(2000);
});

test('longer than it may is not waited for; the words name no parameter of the Pylon node', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 60_000, operationId: 'getIssue' });
	const { error } = await ask(getIssue);
	expect(error).toMatchObject({
		httpCode: '429',
		message: expect.stringMatching(/asks to wait \d+ more seconds/),
	});
	expect(error?.description).not.toContain('Request Options');
	expect(waits).toEqual([]);
	// And nobody asks again before the time has come.
	await ask(getIssue);
	expect(asked()).toHaveLength(1);
});

test.each([
	[{ kind: 'status', status: 503 }, 3, 'Pylon could not answer (status 503)'],
	[{ kind: 'reset' }, 3, 'The connection to Pylon broke'],
	[{ kind: 'never-answer' }, 3, 'Pylon did not answer in time'],
	[{ kind: 'cut-off' }, 3, 'JSON that ends in the middle'],
	[{ kind: 'status', status: 500 }, 1, 'Pylon could not answer (status 500)'],
	[{ kind: 'html', status: 200 }, 3, 'returned a web page'],
	[{ kind: 'data', value: [] }, 1, 'returned a list'],
	[{ kind: 'data', value: null }, 1, 'a record without an ID'],
] as const)('%j is asked %i times', async (fault, times, words) => {
	pylon.sim.faults.add({ ...fault, operationId: 'getAccount' } as never);
	const { error } = await ask(
		(client) =>
			client.record({
				template: '/accounts/{accountId}',
				ids: { accountId: seedIds.accounts.globex },
			}),
		{ longestWaitMs: 60_000 },
	);
	expect(error?.message).toContain(words);
	expect(error?.description).not.toContain('Request Options');
	expect(asked()).toHaveLength(times);
});

test('all requests of a client share its limits', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 503, operationId: 'getContact' });
	const contact = { template: '/contacts/{contactId}', ids: { contactId: seedIds.contacts.carla } };
	await ask(async (client) => {
		for (let n = 0; n < 50; n++) await client.record(contact).catch(() => undefined);
	});
	expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(limits.longestWaitMs);
});

test.each([
	[{ apiToken: 'wrong' }, 'Pylon does not know this API token'],
	[{ apiToken: ' ' }, "'API Token' of the Pylon credential cannot be used"],
	[{ baseUrl: 'ftp://x' }, "'Base URL' of the Pylon credential cannot be used"],
	[{ baseUrl: 'http://127.0.0.1:1' }, 'Nothing answers at'],
])('credential %j', async (credentials, words) => {
	const { error } = await ask(getIssue, { credentials });
	expect(error?.message).toContain(words);
});

test('a record that is not there is named', async () => {
	const { error } = await ask((client) =>
		client.record({ template: '/contacts/{contactId}', ids: { contactId: 'nobody' } }),
	);
	expect(error).toMatchObject({
		httpCode: '404',
		message: expect.stringContaining("no record 'nobody' for 'Contact'"),
	});
});

test('the key tells accounts apart and does not give the token away', async () => {
	const keyOf = async (credentials: IDataObject) =>
		(await ask(async ({ key }) => key, { credentials })).result;
	const [mine, again, other] = [
		await keyOf({}),
		await keyOf({}),
		await keyOf({ apiToken: 'another' }),
	];
	expect(mine).toBe(again);
	expect(mine).not.toBe(other);
	expect(mine).not.toContain(pylon.sim.tokens.us);
});

describe('pages', () => {
	const readAll = async (client: PylonClient) => {
		const ids: string[] = [];
		for await (const records of client.pages({ template: '/contacts' }, 2))
			ids.push(...records.map(({ id }) => id));
		return ids;
	};

	test('one after the other', async () => {
		const { result } = await ask(readAll);
		expect(result).toHaveLength(pylon.sim.state.contacts.size);
		expect(new Set(result).size).toBe(result?.length);
		expect(asked().length).toBe(Math.ceil(pylon.sim.state.contacts.size / 2));
	});

	test('the same mark twice ends them', async () => {
		const body = {
			data: [{ id: '1' }],
			pagination: { has_next_page: true, cursor: 'c' },
			request_id: 'r',
		};
		pylon.sim.faults.add({ kind: 'status', status: 200, body });
		const { error } = await ask(readAll);
		expect(error?.message).toBe(
			'Pylon says that there are more records but sent the same cursor twice',
		);
	});
});
