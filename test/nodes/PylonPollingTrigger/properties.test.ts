import fc from 'fast-check';

import type { Fault } from '../../../sandbox/pylon';
import type { PollResult } from '../../support/poll';
import { HOUR, MINUTE, SECOND, withPolling } from './support/bench';
import { act, changes, LATEST_MS, STATES } from './support/changes';
import { onceEach, stateChanges, World, type Model } from './support/world';

const bench = withPolling({ checkReplies: false });
const OVERLAP_S = 120;

/** What is late, and how far the clocks differ, may not be more than the overlap together. */
const FARTHEST_MS = OVERLAP_S * SECOND - LATEST_MS - SECOND;

const BAD: Fault[] = [
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503 },
	{ kind: 'reset', processed: true },
	{ kind: 'cut-off' },
	{ kind: 'html' },
	{ kind: 'rate-limited', waitMs: 5000 },
	{ kind: 'rate-limited', waitMs: 900_000 },
	{ kind: 'repeated-cursor' },
	{ kind: 'empty-page' },
];

const command = fc.oneof(
	...changes,
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('pass' as const),
			ms: fc.oneof(fc.nat(3 * MINUTE), fc.nat(9 * HOUR)),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('skew' as const),
			ms: fc.integer({ min: -FARTHEST_MS, max: FARTHEST_MS }),
		}),
	},
	{ weight: 8, arbitrary: fc.record({ do: fc.constant('poll' as const) }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('fail' as const),
			fault: fc.constantFrom(...BAD),
			nth: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('restart' as const),
			limit: fc.integer({ min: 1, max: 6 }),
		}),
	},
);

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const plan = fc.record({
	limit: fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 4 })),
	commands: fc.array(command, { maxLength: 40 }),
});

/** Does all of a plan; what comes out has to be what the model says, poll by poll. */
async function carryOut(
	event: string,
	modelOf: (world: World) => Model,
	{ limit: firstLimit, commands }: { limit: number; commands: Command[] },
) {
	const { sim } = bench.pylon;
	sim.resetState();
	sim.faults.clear();
	bench.skew = 0;
	bench.pass(24 * HOUR);
	const world = new World(bench);
	const model = modelOf(world);
	let limit = firstLimit;
	const parameters = () => ({ event, options: { maxRecords: limit, overlap: OVERLAP_S } });
	const poller = bench.poller(parameters());
	for (const one of [0, 1, 2]) world.createIssue(one * SECOND, STATES[one]);
	model.start();
	expect(await poller.activate()).toEqual({});

	const compare = ({ error, items = [] }: PollResult) => {
		if (error === undefined)
			expect(items.map(({ eventKey }) => eventKey)).toEqual(model.poll(limit));
		else expect(['NodeApiError', 'NodeOperationError']).toContain(error.name);
	};
	const poll = async () =>
		compare(poller.isActive ? await poller.poll() : await poller.activate('init'));

	const restart = async (nextLimit: number) => {
		// States that were only seen are saved with the next execution: see the test of a crash.
		poller.stop({ saving: event === 'issue_status_changed' });
		limit = nextLimit;
		compare(await poller.change({ parameters: parameters() }));
	};

	for (const one of commands) {
		act(world, one);
		if (one.do === 'pass') bench.pass(one.ms);
		if (one.do === 'skew') bench.skew = one.ms;
		if (one.do === 'poll') await poll();
		if (one.do === 'restart') await restart(one.limit);
		if (one.do !== 'fail') continue;
		sim.faults.add({ ...one.fault, nth: one.nth });
		await poll();
		sim.faults.clear();
		// Whatever Pylon asked to wait.
		bench.pass(HOUR);
	}
	await restart(500);
	bench.pass(HOUR);
	await poll();
}

const once = (event: string) => (world: World) => onceEach(world, event);

test.each<[string, (world: World) => Model]>([
	['account_created', once('account_created')],
	['contact_created', once('contact_created')],
	['issue_created', once('issue_created')],
	['issue_message', once('issue_message')],
	['issue_status_changed', stateChanges],
	['issue_updated', once('issue_updated')],
	['survey_response', once('survey_response')],
])('%s: no event lost, none twice, in order', async (event, modelOf) => {
	await fc.assert(
		fc.asyncProperty(plan, async (given) => await carryOut(event, modelOf, given)),
		{ numRuns: 50, seed: 20261120 },
	);
});
