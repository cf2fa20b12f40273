import { strict as assert } from 'node:assert';

import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ScheduledFault, SimulatedPylon } from '../../../../../sandbox/pylon';
import { credentialsFor } from '../../../../support/pylon';
import { beginCase, OPERATIONS } from './itemOperations';
import type { OperationUnderTest } from './operationUnderTest';
import { nodeWithOnly } from './ownNode';
import { errorOf, runPylon } from './run';

const node = nodeWithOnly(Object.keys(OPERATIONS));

/** Any mix of misbehaviour, from none to nearly every request. */
const anyFaults: fc.Arbitrary<ScheduledFault[]> = fc
	.record({
		a: fc.constantFrom(0, 0.05, 0.2),
		b: fc.constantFrom(0, 0.05, 0.2),
		c: fc.constantFrom(0, 0.05, 0.15),
		waitMs: fc.constantFrom(0, 1000, 20_000, 400_000),
		processed: fc.boolean(),
	})
	.map(({ a, b, c, waitMs, processed }) => [
		{ kind: 'rate-limited', share: a, waitMs },
		{ kind: 'status', status: 429, share: c / 2 },
		{ kind: 'status', status: 503, share: b, processed },
		{ kind: 'status', status: 502, share: c / 2, headers: { 'Retry-After': '5' } },
		{ kind: 'status', status: 500, share: c / 5, processed },
		{ kind: 'status', status: 400, share: c / 5 },
		{ kind: 'reset', share: b / 2, processed: !processed },
		{ kind: 'reset', share: c / 3, processed },
		{ kind: 'cut-off', share: b / 3 },
		{ kind: 'cut-off', how: 'content-length', share: c / 2 },
		{ kind: 'html', status: processed ? 200 : 503, share: a / 4 },
		{ kind: 'empty-body', share: c / 4 },
		{ kind: 'drip-header', everyMs: 20, share: c / 5, processed },
		{ kind: 'drip-body', everyMs: 20, share: c / 5, processed: !processed },
	]);

/** Some runs at once, of any operations, with 1 to 200 items in all. */
export const anyItems = fc.record({
	seed: fc.integer(),
	runs: fc.oneof(
		{ weight: 20, arbitrary: runsOf(3, 4) },
		{ weight: 3, arbitrary: runsOf(4, 10) },
		{ weight: 1, arbitrary: runsOf(1, 200) },
	),
	faults: anyFaults,
	maxPerRequest: fc.constantFrom(1, 2, 5, 1000),
	concurrency: fc.oneof(fc.constant('automatic'), fc.integer({ min: 1, max: 20 })),
	maxTries: fc.integer({ min: 1, max: 10 }),
	longestWait: fc.constantFrom(0, 10, 300, 300, 3600),
	goesOn: fc.boolean(),
});

function runsOf(most: number, items: number) {
	return fc.array(
		fc.record({
			operation: fc.constantFrom(...Object.keys(OPERATIONS)),
			count: fc.integer({ min: 1, max: items }),
		}),
		{ minLength: 1, maxLength: most },
	);
}

export type ItemsCase = typeof anyItems extends fc.Arbitrary<infer Case> ? Case : never;

/** How often an unsafe request was carried out, by what tells inputs apart. */
function timesProcessed(
	sim: SimulatedPylon,
	{ operationId, keyOfBody }: NonNullable<OperationUnderTest['unsafe']>,
) {
	const times = new Map<unknown, number>();
	for (const [canonical, count] of sim.processedCounts(operationId)) {
		const key = keyOfBody(JSON.parse(canonical.slice(canonical.indexOf(' ') + 1)) as IDataObject);
		times.set(key, (times.get(key) ?? 0) + count);
	}
	return times;
}

/** What one run must have come to, whatever happened on the way. */
function checkRun(
	sim: SimulatedPylon,
	name: string,
	inputs: IDataObject[],
	{ items, error }: { items: INodeExecutionData[]; error?: Error },
	goesOn: boolean,
): void {
	const { belongs, unsafe } = OPERATIONS[name];
	const times = unsafe && timesProcessed(sim, unsafe);
	const timesOf = (input: IDataObject) => times?.get(unsafe?.keyOfInput(input)) ?? 0;
	for (const input of inputs)
		assert.ok(timesOf(input) <= 1, `${name} of ${JSON.stringify(input)} was carried out twice`);
	if (error !== undefined) {
		assert.ok(!goesOn, `The run ended although it had to go on: ${error.message}`);
		assert.ok(
			error.message !== '' && 'node' in error,
			`${error.name} is not n8n's: ${error.message}`,
		);
		return;
	}
	assert.deepEqual(
		items.map(({ pairedItem }) => pairedItem),
		inputs.map((_, item) => ({ item })),
	);
	items.forEach((item, index) => {
		const failure = errorOf(item);
		if (failure === undefined) {
			belongs?.(item.json, inputs[index], sim);
			if (unsafe) assert.equal(timesOf(inputs[index]), 1);
			return;
		}
		assert.ok(goesOn && failure.message !== '' && failure.description !== '');
		// Who is not told that it may have happened may rely on it that it has not.
		if (unsafe && !unsafe.isShared && !failure.maybeProcessed)
			assert.equal(timesOf(inputs[index]), 0, JSON.stringify(failure));
	});
}

/**
 * Runs one case.
 * @param sim empty but for the company
 * @param testCase which operations run over how many items, and what goes wrong
 * @throws AssertionError when one of the promises is broken
 */
export async function checkItems(sim: SimulatedPylon, testCase: ItemsCase): Promise<void> {
	const { runs, seed, faults, maxPerRequest, goesOn, concurrency, maxTries, longestWait } =
		testCase;
	sim.resetState();
	sim.resetLog();
	sim.faults.clear();
	beginCase();
	const prepared = runs.map(({ operation, count }) => ({
		operation,
		inputs: OPERATIONS[operation].inputs(sim, count),
	}));
	sim.faults.seededSchedule(seed, faults, { maxPerRequest });
	const requestOptions = { concurrency, maxTries, longestWait };
	const onError = goesOn ? ('continueRegularOutput' as const) : undefined;
	const results = await Promise.all(
		prepared.map(async ({ operation, inputs }) => {
			const parameters = { ...OPERATIONS[operation].parameters, requestOptions };
			return await runPylon(credentialsFor(sim), parameters, inputs, { onError, node });
		}),
	);
	prepared.forEach(({ operation, inputs }, index) =>
		checkRun(sim, operation, inputs, results[index], goesOn),
	);
}
