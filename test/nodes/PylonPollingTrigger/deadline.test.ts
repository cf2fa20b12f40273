import { clock } from '../../../nodes/shared/client/clock';
import type { Fault } from '../../../sandbox/pylon';
import { events } from '../../../nodes/PylonPollingTrigger/events';
import { withLoopback } from '../../support/loopback';
import { idsOf, MINUTE, withPolling } from './support/bench';

const bench = withPolling();
const loopback = withLoopback();
const { pylon, poller, pass, addIssue, edit } = bench;

const TIME_MS = 300;

/** Every limit of time is as short as this; those of single requests are left out where the poll as a whole is meant. */
const withLimits = (isMeant: (ms: number) => boolean = () => true) =>
	jest
		.spyOn(clock, 'deadline')
		.mockImplementation((ms) =>
			isMeant(ms) ? AbortSignal.timeout(TIME_MS) : new AbortController().signal,
		);

/** Of n8n's 300 seconds, those that a poll may take. */
const isWholePoll = (ms: number) => ms === 270_000;

const DRIPS: Fault[] = [
	{ kind: 'drip-header', everyMs: 20 },
	{ kind: 'drip-body', everyMs: 20 },
	{ kind: 'drip-page', everyMs: 20, blanks: 100 },
	{ kind: 'never-answer' },
];

const tookTooLong = {
	message: 'The poll did not end within 270 seconds, so it was stopped',
	description: expect.stringContaining('the next poll covers the same time'),
};

describe.each(DRIPS.map((fault) => [fault.kind, fault] as const))('%s', (_, fault) => {
	test('each request of a poll ends', async () => {
		const active = poller({ event: 'issue_created' });
		await active.activate();
		pass(MINUTE);
		withLimits((ms) => !isWholePoll(ms));
		pylon.sim.faults.add({ ...fault, operationId: 'searchIssues' });
		expect((await active.poll()).error).toMatchObject({ message: 'Pylon did not answer in time' });
	});

	test('a poll that hangs frees its place, says so in the log, and the next one finds everything', async () => {
		const active = poller({ event: 'issue_created' });
		await active.activate();
		pass(MINUTE);
		const id = addIssue();
		const limits = withLimits(isWholePoll);
		pylon.sim.faults.add({ ...fault, operationId: 'searchIssues' });
		const hangs = active.poll();
		expect(await active.poll()).toEqual({});
		expect((await hangs).error).toMatchObject(tookTooLong);
		expect(active.log.at(-1)).toMatchObject({
			level: 'warn',
			message: expect.stringContaining('a poll did not end within 270 seconds'),
		});
		limits.mockRestore();
		pylon.sim.faults.clear();
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	});
});

test.each(events.map(({ value }) => value))('%s: start, poll and test end', async (event) => {
	const active = poller({ event });
	await active.activate();
	withLimits(isWholePoll);
	pylon.sim.faults.add({ kind: 'drip-body', everyMs: 20 });
	expect((await active.poll()).error).toMatchObject(tookTooLong);
	expect((await active.test()).error).toMatchObject(tookTooLong);
	expect((await poller({ event }).activate()).error).toMatchObject(tookTooLong);
});

test('a poll that hung and ends late remembers nothing', async () => {
	const active = poller({ event: 'issue_created' });
	await active.activate();
	pass(MINUTE);
	// n8n's database does not answer for a while: nothing of n8n can be stopped by a signal.
	let answer = () => {};
	const answered = new Promise<void>((resolve) => (answer = resolve));
	const waiting = new Promise<void>((resolve) => {
		jest.mocked(clock.sleep).mockImplementationOnce(async () => {
			resolve();
			await answered;
		});
	});
	pylon.sim.faults.add({
		kind: 'rate-limited',
		waitMs: 1000,
		operationId: 'searchIssues',
		nth: [1],
	});
	const limits = withLimits(isWholePoll);
	const hangs = active.poll();
	await waiting;
	expect((await hangs).error).toMatchObject(tookTooLong);
	limits.mockRestore();
	const id = addIssue();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	edit(id, { title: 'Other' });
	answer();
	await new Promise((resolve) => setImmediate(resolve));
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test.each(['issue_created', 'issue_message'])(
	'%s: lists without end are given up',
	async (event) => {
		let isEndless = false;
		let count = 0;
		const server = await loopback.serve(({ url }, response) => {
			const now = new Date(bench.now()).toISOString();
			const record = { id: `id-${++count}`, created_at: now, timestamp: now };
			const pagination = isEndless ? { has_next_page: true, cursor: `c-${count}` } : null;
			response.writeHead(200, { 'content-type': 'application/json' });
			if (url === '/me')
				return void response.end(
					JSON.stringify({ data: { id: 'organization-1' }, request_id: 'r' }),
				);
			response.end(
				JSON.stringify({ data: isEndless ? [record] : [], pagination, request_id: 'r' }),
			);
		});
		const active = poller({ event }, { credentials: server.credentials });
		pylon.sim.resetLog();
		await active.activate();
		isEndless = true;
		pass(MINUTE);
		expect((await active.poll()).error).toMatchObject({
			message: 'Pylon sent 1000 pages and says that there are more',
			description: expect.stringContaining('Limit the events'),
		});
		expect(server.requests.length).toBeLessThan(1010);
	},
);
