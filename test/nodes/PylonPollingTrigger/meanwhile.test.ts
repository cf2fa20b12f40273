import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { clock } from '../../../nodes/shared/client/clock';
import type { PollResult } from '../../support/poll';
import { categoryOf } from '../../../sandbox/pylon/state';
import { HOUR, MINUTE, SECOND, withPolling } from './support/bench';
import { act, changes, STATES, type Change } from './support/changes';
import { World } from './support/world';

const bench = withPolling({ checkReplies: false });

const change = fc.oneof(...changes);

const poll = fc.record({
	before: fc.array(change, { maxLength: 4 }),
	/** Each happens while the poll waits, where Pylon makes it wait often enough. */
	during: fc.array(change, { maxLength: 6 }),
	how: fc.constantFrom('busy' as const, 'slow' as const),
	nth: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 5 }),
	restarts: fc.boolean(),
	passes: fc.oneof(fc.nat(3 * MINUTE), fc.nat(9 * HOUR)),
});

const plan = fc.record({
	limit: fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 4 })),
	polls: fc.array(poll, { maxLength: 15 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

type Issue = { id: string; state: string };

/** Every change of state leads on from the one before, up to how the issue is now. */
function checkStates(world: World, initial: Map<string, string>, items: IDataObject[]): void {
	for (const { id, state } of world.state.issues.values()) {
		let last = initial.get(id);
		for (const { issue, previousState } of items.filter(
			(item) => (item.issue as Issue).id === id,
		)) {
			// Of a closed one it is not remembered which of the closed statuses it had.
			if (last !== undefined)
				expect([last, categoryOf(world.state, last) === 'closed' ? null : last]).toContain(
					previousState,
				);
			expect((issue as Issue).state).not.toBe(previousState);
			last = (issue as Issue).state;
		}
		// One that was made since counts from the state in which it was seen first.
		if (last !== undefined) expect([id, last]).toEqual([id, state]);
	}
}

async function carryOut(event: string, { limit, polls }: Plan): Promise<void> {
	const { sim } = bench.pylon;
	sim.resetState();
	sim.faults.clear();
	bench.pass(24 * HOUR);
	const world = new World(bench);
	for (const one of [0, 1, 2]) world.createIssue(one * SECOND, STATES[one]);
	const old = new Set((world.happened[event] ?? []).map(({ key }) => key));
	const initial = new Map([...world.state.issues.values()].map(({ id, state }) => [id, state]));
	const poller = bench.poller({ event, options: { maxRecords: limit, overlap: 120 } });
	expect(await poller.activate()).toEqual({});

	let during: Change[] = [];
	jest.mocked(clock.sleep).mockImplementation(async (ms) => {
		bench.pass(Math.max(1, ms));
		const next = during.shift();
		if (next !== undefined) act(world, next);
	});
	const items: IDataObject[] = [];
	const take = ({ error, items: found = [] }: PollResult) => {
		if (error !== undefined) expect(['NodeApiError', 'NodeOperationError']).toContain(error.name);
		items.push(...found);
	};
	for (const one of polls) {
		for (const each of one.before) act(world, each);
		during = [...one.during];
		if (one.nth.length > 0)
			sim.faults.add({
				...(one.how === 'busy'
					? { kind: 'rate-limited', waitMs: 1500 }
					: { kind: 'status', status: 503 }),
				nth: one.nth,
			});
		take(await poller.poll());
		sim.faults.clear();
		for (const each of during.splice(0)) act(world, each);
		bench.pass(one.passes);
		if (!one.restarts) continue;
		// States that were only seen are saved with the next execution: see the test of a crash.
		poller.stop({ saving: event === 'issue_status_changed' });
		take(await poller.activate('init'));
	}
	take(await poller.change({ parameters: { event, options: { maxRecords: 500, overlap: 120 } } }));
	bench.pass(HOUR);
	take(await poller.poll());

	const keys = items.map(({ eventKey }) => eventKey as string);
	expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
	if (event === 'issue_status_changed') return checkStates(world, initial, items);
	const happened = (world.happened[event] ?? []).filter(({ key }) => !old.has(key));
	const possible = new Set(happened.map(({ key }) => key));
	expect(keys.filter((key) => !possible.has(key))).toEqual([]);
	const came = new Set(keys);
	expect(happened.filter(({ key, exists }) => exists() && !came.has(key))).toEqual([]);
}

test.each([
	'account_created',
	'contact_created',
	'issue_created',
	'issue_message',
	'issue_status_changed',
	'issue_updated',
	'survey_response',
])('%s: what happens while a poll waits is neither lost nor comes twice', async (event) => {
	await fc.assert(
		fc.asyncProperty(plan, async (given) => await carryOut(event, given)),
		{ numRuns: 20, seed: 20261121 },
	);
});
