import { strict as assert } from 'node:assert';

import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { addAccounts, addContacts, addIssues, type ScheduledFault, type SimulatedPylon } from '../../../../../sandbox/pylon';
import { credentialsFor } from '../../../../support/pylon';
import { nodeWithOnly } from './ownNode';
import { createIssue, errorOf, getContact, runPylon } from './run';

const picker = (value: string) => ({ __rl: true, mode: 'id', value });

interface OperationUnderTest {
	parameters: INodeParameters;
	/** Input items whose requests differ from each other. */
	inputs: (sim: SimulatedPylon, count: number) => IDataObject[];
	/** Throws unless the record belongs to the input. */
	belongs?: (record: IDataObject, input: IDataObject, sim: SimulatedPylon) => void;
	/** For what must not be carried out twice: its operation in the API, and which input a request comes from. */
	unsafe?: { operationId: string; keyOfBody: (body: IDataObject) => unknown; keyOfInput: (input: IDataObject) => unknown };
}

const sameId = (record: IDataObject, input: IDataObject) => assert.equal(record.id, input.id);
const ids = (list: string[]) => list.map((id) => ({ id }));
/** Begins anew with each case: the faults are drawn from what is sent, so a case repeats only if that repeats. */
let title = 0;

export const OPERATIONS: Record<string, OperationUnderTest> = {
	'contact get': { parameters: getContact(), inputs: (sim, count) => ids(addContacts(sim.state, count)), belongs: sameId },
	'contact setAccount': {
		parameters: { ...getContact(), operation: 'setAccount', target: 'account', accountId: picker('={{ $json.account }}') },
		inputs: (sim, count) => {
			const [account] = addAccounts(sim.state, 1);
			return ids(addContacts(sim.state, count)).map((input) => ({ ...input, account }));
		},
		belongs: (record, input, sim) => {
			sameId(record, input);
			assert.equal(sim.state.contacts.get(String(input.id))?.account_id, input.account);
		},
	},
	'contact update': {
		parameters: { ...getContact(), operation: 'update', updateFields: { name: '={{ $json.name }}' } },
		inputs: (sim, count) => ids(addContacts(sim.state, count)).map((input) => ({ ...input, name: `Name of ${input.id}` })),
		belongs: (record, input) => {
			sameId(record, input);
			assert.equal(record.name, input.name);
		},
	},
	'issue create': {
		parameters: createIssue(),
		inputs: (_, count) => Array.from({ length: count }, () => ({ title: `Issue ${++title}` })),
		belongs: (record, input) => assert.equal(record.title, input.title),
		unsafe: { operationId: 'createIssue', keyOfBody: (body) => body.title, keyOfInput: (input) => input.title },
	},
	'issue snooze': {
		parameters: {
			resource: 'issue',
			operation: 'snooze',
			issueId: picker('={{ $json.id }}'),
			snoozeFor: 'until',
			snoozeUntil: '2100-01-01T00:00:00Z',
		},
		inputs: (sim, count) => ids(addIssues(sim.state, count)),
		belongs: sameId,
	},
	'issue get': {
		parameters: { resource: 'issue', operation: 'get', issueId: picker('={{ $json.id }}') },
		inputs: (sim, count) => ids(addIssues(sim.state, count)),
		belongs: sameId,
	},
	'account get': {
		parameters: { resource: 'account', operation: 'get', accountId: picker('={{ $json.id }}') },
		inputs: (sim, count) => ids(addAccounts(sim.state, count)),
		belongs: sameId,
	},
	'account merge': {
		parameters: {
			resource: 'account',
			operation: 'merge',
			accountId: picker('={{ $json.into }}'),
			mergeAccountIds: '={{ $json.merged }}',
		},
		inputs: (sim, count) =>
			Array.from({ length: count }, () => {
				const [into, merged] = addAccounts(sim.state, 2);
				return { into, merged };
			}),
		belongs: (record, input, sim) => {
			assert.equal(record.id, input.into);
			assert.equal(sim.state.accounts.has(String(input.merged)), false);
		},
		unsafe: {
			operationId: 'mergeAccounts',
			keyOfBody: (body) => (body.merge_account_ids as string[])[0],
			keyOfInput: (input) => input.merged,
		},
	},
};

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
	concurrency: fc.integer({ min: 1, max: 20 }),
	maxTries: fc.integer({ min: 1, max: 10 }),
	longestWait: fc.constantFrom(0, 10, 300, 300, 3600),
	goesOn: fc.boolean(),
});

function runsOf(most: number, items: number) {
	return fc.array(
		fc.record({ operation: fc.constantFrom(...Object.keys(OPERATIONS)), count: fc.integer({ min: 1, max: items }) }),
		{ minLength: 1, maxLength: most },
	);
}

export type ItemsCase = typeof anyItems extends fc.Arbitrary<infer Case> ? Case : never;

/** How often an unsafe request was carried out, by what tells inputs apart. */
function timesProcessed(sim: SimulatedPylon, { operationId, keyOfBody }: NonNullable<OperationUnderTest['unsafe']>) {
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
	for (const input of inputs) assert.ok(timesOf(input) <= 1, `${name} of ${JSON.stringify(input)} was carried out twice`);
	if (error !== undefined) {
		assert.ok(!goesOn, `The run ended although it had to go on: ${error.message}`);
		assert.ok(error.message !== '' && 'node' in error, `${error.name} is not n8n's: ${error.message}`);
		return;
	}
	assert.deepEqual(items.map(({ pairedItem }) => pairedItem), inputs.map((_, item) => ({ item })));
	items.forEach((item, index) => {
		const failure = errorOf(item);
		if (failure === undefined) {
			belongs?.(item.json, inputs[index], sim);
			if (unsafe) assert.equal(timesOf(inputs[index]), 1);
			return;
		}
		assert.ok(goesOn && failure.message !== '' && failure.description !== '');
		// Who is not told that it may have happened may rely on it that it has not.
		if (unsafe && !failure.mayHaveHappened) assert.equal(timesOf(inputs[index]), 0, JSON.stringify(failure));
	});
}

/** Runs one case; throws when one of the promises is broken. The simulated Pylon has to be empty but for the company. */
export async function checkItems(sim: SimulatedPylon, testCase: ItemsCase): Promise<void> {
	const { runs, seed, faults, maxPerRequest, goesOn, concurrency, maxTries, longestWait } = testCase;
	sim.resetState();
	sim.resetLog();
	sim.faults.clear();
	title = 0;
	const prepared = runs.map(({ operation, count }) => ({ operation, inputs: OPERATIONS[operation].inputs(sim, count) }));
	sim.faults.seededSchedule(seed, faults, { maxPerRequest });
	const requestOptions = { concurrency, maxTries, longestWait };
	const onError = goesOn ? ('continueRegularOutput' as const) : undefined;
	const results = await Promise.all(
		prepared.map(async ({ operation, inputs }) => {
			const parameters = { ...OPERATIONS[operation].parameters, requestOptions };
			return await runPylon(credentialsFor(sim), parameters, inputs, { onError, node });
		}),
	);
	prepared.forEach(({ operation, inputs }, index) => checkRun(sim, operation, inputs, results[index], goesOn));
}
