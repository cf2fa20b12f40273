import type { INodeParameters } from 'n8n-workflow';

import { seedIds, type Fault } from '../../../../sandbox/pylon';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { createIssue, errorOf, getContact, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();
const time = withVirtualTime();
const loopback = withLoopback();

const picker = (value: string) => ({ __rl: true, mode: 'id', value });
const operations = {
	read: getContact(seedIds.contacts.ada),
	update: {
		...getContact(seedIds.contacts.ada),
		operation: 'update',
		updateFields: { name: 'Ada' },
	},
	setAccount: {
		...getContact(seedIds.contacts.ada),
		operation: 'setAccount',
		target: 'account',
		accountId: picker(seedIds.accounts.globex),
	},
	snooze: {
		resource: 'issue',
		operation: 'snooze',
		issueId: picker(seedIds.issues.first),
		snoozeFor: 'until',
		snoozeUntil: '2100-01-01T00:00:00Z',
	},
	create: createIssue('t'),
	merge: {
		resource: 'account',
		operation: 'merge',
		accountId: picker(seedIds.accounts.initech),
		mergeAccountIds: seedIds.accounts.initechDuplicate,
	},
} satisfies Record<string, INodeParameters>;

const passing: Array<[string, Fault]> = [
	['502', { kind: 'status', status: 502 }],
	['503 after processing', { kind: 'status', status: 503, processed: true }],
	['504', { kind: 'status', status: 504 }],
	['a reset', { kind: 'reset' }],
	['a reset after processing', { kind: 'reset', processed: true }],
	['an answer that breaks off', { kind: 'cut-off', how: 'content-length' }],
	['cut-off JSON', { kind: 'cut-off' }],
	['an empty body', { kind: 'empty-body' }],
	['a web page', { kind: 'html', status: 200 }],
];

describe.each(passing)('%s', (_, fault) => {
	test.each(['read', 'update', 'setAccount', 'snooze'] as const)(
		'%s is sent again',
		async (name) => {
			pylon.sim.faults.add({ ...fault, nth: [1, 2, 3] });
			const { items, error } = await runPylon(pylon.credentials, operations[name]);
			expect(error).toBeUndefined();
			expect(items).toMatchObject([{ json: { id: expect.any(String) }, pairedItem: { item: 0 } }]);
			expect(time.waits).toEqual([500, 1000, 2000]);
			expect(pylon.sim.requests).toHaveLength(4);
		},
	);

	test.each(['create', 'merge'] as const)(
		'%s is not, and says that it may have happened',
		async (name) => {
			pylon.sim.faults.add({ ...fault, nth: [1] });
			const { items } = await runPylon(pylon.credentials, operations[name], [{}], {
				onError: 'continueRegularOutput',
			});
			expect(errorOf(items[0])).toMatchObject({
				description: expect.stringContaining(
					'Pylon may have processed it anyway, so it was not sent again.',
				),
				maybeProcessed: true,
			});
			expect(time.waits).toEqual([]);
			expect(pylon.sim.requests).toHaveLength(1);
		},
	);
});

test.each([1, 2, 10])("'Number of Tries' of %d", async (maxTries) => {
	pylon.sim.faults.add({ kind: 'status', status: 503 });
	const { error } = await runPylon(pylon.credentials, {
		...operations.read,
		requestOptions: { maxTries },
	});
	expect(error).toMatchObject({ httpCode: '503' });
	expect(pylon.sim.requests).toHaveLength(maxTries);
});

test('waiting for a limit is not counted as a try', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', nth: [1, 3, 5] });
	pylon.sim.faults.add({ kind: 'status', status: 503, nth: [2, 4] });
	const { error } = await runPylon(pylon.credentials, {
		...operations.read,
		requestOptions: { maxTries: 3 },
	});
	expect(error).toBeUndefined();
	expect(pylon.sim.requests.map(({ status }) => status)).toEqual([429, 503, 429, 503, 429, 200]);
});

test('503 with Retry-After waits as long as it asks', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 503, headers: { 'Retry-After': '33' }, nth: [1] });
	await runPylon(pylon.credentials, operations.read);
	expect(time.waits).toEqual([33_000]);
});

test('503 that asks for more time than there is ends the item at once', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 503, headers: { 'Retry-After': '3600' } });
	const { items } = await runPylon(pylon.credentials, operations.read, [{}], {
		onError: 'continueRegularOutput',
	});
	expect(errorOf(items[0])).toMatchObject({ status: 503, retryAfterMs: 3_600_000 });
	expect(time.waits).toEqual([]);
});

test("the time of tries that failed counts against 'Longest Wait (Seconds)'", async () => {
	const server = await loopback.serve((_, response) => {
		time.advance(100_000);
		response.writeHead(503).end();
	});
	const requestOptions = { longestWait: 150, maxTries: 10 };
	const { error } = await runPylon(server.credentials, { ...operations.read, requestOptions });
	expect(error).toMatchObject({ httpCode: '503' });
	expect(server.requests).toHaveLength(2);
});

test.each(['read', 'create'] as const)('500 to a %s is not sent again', async (name) => {
	pylon.sim.faults.add({ kind: 'status', status: 500 });
	await runPylon(pylon.credentials, operations[name]);
	expect(pylon.sim.requests).toHaveLength(1);
});

test('a create whose connection was refused is sent again: nothing had been written', async () => {
	const { credentials } = await loopback.nobody();
	const { items } = await runPylon(credentials, operations.create, [{}], {
		onError: 'continueRegularOutput',
	});
	expect(errorOf(items[0])).toMatchObject({ code: 'ECONNREFUSED' });
	expect(errorOf(items[0])?.maybeProcessed).toBeUndefined();
	expect(time.waits).toEqual([500, 1000, 2000]);
});

test.each(['read', 'create', 'update'] as const)(
	'%s: a redirect is not followed, neither with the token nor as another method',
	async (name) => {
		const elsewhere = await loopback.serve((_, response) => {
			response
				.writeHead(200, { 'content-type': 'application/json' })
				.end('{"data":{"id":"x"},"request_id":"r"}');
		});
		const location = `${elsewhere.url}/contacts/x`;
		const here = await loopback.serve((_, response) => {
			response.writeHead(301, { location }).end();
		});
		const { items } = await runPylon(here.credentials, operations[name], [{}], {
			onError: 'continueRegularOutput',
		});
		expect(elsewhere.requests).toEqual([]);
		expect(here.requests).toHaveLength(1);
		expect(errorOf(items[0])).toMatchObject({
			status: 301,
			message: `${here.credentials.baseUrl} redirects requests to another address (status 301)`,
			description: `Nothing was done: to keep the API token safe, this node does not follow redirects. The other address is ${location}. Check 'Base URL' of the credential, and whether there is a proxy in between.`,
		});
	},
);

test('an error never tells less than what is known of an earlier try', async () => {
	const server = await loopback.serve((request) => {
		// The first try may have been carried out; of all others nothing gets through.
		request.socket.destroy();
		void server.close();
	});
	const { items } = await runPylon(server.credentials, operations.update, [{}], {
		onError: 'continueRegularOutput',
	});
	expect(server.requests).toHaveLength(1);
	expect(errorOf(items[0])).toMatchObject({
		message: expect.stringMatching(/^Nothing answers at/),
		maybeProcessed: true,
	});
	expect(errorOf(items[0])?.description).toContain(
		'Pylon may have processed one of the tries anyway; repeating it does no harm.',
	);
});

test('a read that may have been carried out is nobody’s concern', async () => {
	const server = await loopback.serve((request) => {
		request.socket.destroy();
		void server.close();
	});
	const { items } = await runPylon(server.credentials, operations.read, [{}], {
		onError: 'continueRegularOutput',
	});
	expect(errorOf(items[0])).not.toHaveProperty('maybeProcessed');
});
