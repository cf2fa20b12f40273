import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import type { ScheduledFault, SimulatedPylon } from '../../../../../sandbox/pylon';
import { storeIssue } from '../../../../../sandbox/pylon/seed/blank';
import { credentialsFor } from '../../../../support/pylon';
import { runPylon } from './run';

const DAY = 86_400_000;
const BEGIN = Date.parse('2020-01-01T00:00:00Z');

/** Issues anywhere, many of them on or beside the seams of 30 days that the end of the period brings about. */
export const anyPeriods = fc.record({
	endSecond: fc.integer({ min: 0, max: (5 * 365 * DAY) / 1000 }),
	length: fc.oneof(
		fc.integer({ min: 0, max: 400 * DAY }),
		fc.constantFrom(0, 30 * DAY, 60 * DAY, 30 * DAY + 1, 90 * DAY - 1),
	),
	onSeams: fc.array(
		fc.tuple(fc.integer({ min: 0, max: 14 }), fc.constantFrom(-1000, -1, 0, 1, 1000)),
		{ maxLength: 30 },
	),
	anywhere: fc.array(fc.integer({ min: -40 * DAY, max: 440 * DAY }), { maxLength: 30 }),
	limit: fc.option(fc.integer({ min: 1, max: 60 })),
	seed: fc.integer(),
});

export type PeriodCase = typeof anyPeriods extends fc.Arbitrary<infer Case> ? Case : never;

const FAULTS: ScheduledFault[] = [
	{ kind: 'status', status: 503, share: 0.1 },
	{ kind: 'rate-limited', share: 0.05 },
	{ kind: 'cut-off', share: 0.05 },
	{ kind: 'empty-page', share: 0.1 },
	{ kind: 'same-record', share: 0.1 },
];

/**
 * Runs one case.
 * @param sim whose records are reset
 * @param testCase the period, when the issues were created, and what goes wrong
 * @throws AssertionError unless the result is exactly the period's issues, the newest first
 */
export async function checkPeriod(sim: SimulatedPylon, testCase: PeriodCase): Promise<void> {
	const { endSecond, length, onSeams, anywhere, limit, seed } = testCase;
	sim.resetState();
	sim.resetLog();
	sim.faults.clear();
	const end = BEGIN + endSecond * 1000;
	const start = Math.floor((end - length) / 1000) * 1000;
	const moments = [
		...onSeams.map(([window, beside]) => end - window * 30 * DAY + beside),
		...anywhere.map((ms) => end - ms),
	];
	// Numbers rise with time, and lists begin with the highest.
	moments.sort((one, other) => one - other);
	const stored = moments.map((at) => ({
		at,
		id: storeIssue(sim.state, new Date(at).toISOString(), { title: 'x' }).id,
	}));
	sim.faults.seededSchedule(seed, FAULTS, { maxPerRequest: 2 });
	const { items, error } = await runPylon(credentialsFor(sim), {
		resource: 'issue',
		operation: 'getAll',
		startTime: new Date(start).toISOString(),
		endTime: new Date(end).toISOString(),
		...(limit === null ? { returnAll: true } : { returnAll: false, limit }),
	});
	assert.equal(error, undefined, error?.message);
	const order = new Map(sim.state.issues.newestFirst().map(({ id }, index) => [id, index]));
	const expected = stored
		.filter(({ at }) => at >= start && at <= end)
		.map(({ id }) => id)
		.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
	assert.deepEqual(
		items.map(({ json }) => json.id),
		expected.slice(0, limit ?? undefined),
	);
}
