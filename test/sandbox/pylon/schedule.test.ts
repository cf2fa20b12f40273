import fc from 'fast-check';
import { Faults, type ScheduledFault } from '../../../sandbox/pylon/faults';
import { withPylon } from './support';

const MIX: ScheduledFault[] = [
	{ kind: 'status', status: 503, share: 0.2 },
	{ kind: 'reset', processed: true, share: 0.2 },
	{ kind: 'status', status: 500, share: 0.1, operationId: 'b' },
];
const operation = fc.constantFrom('a', 'b');
const requests = fc.array(
	fc.record({
		operationId: operation,
		method: fc.constant('POST'),
		canonical: fc.constantFrom('/1', '/2', '/3'),
	}),
	{
		maxLength: 60,
	},
);
type Request = { operationId: string; method: string; canonical: string };

/** Which fault each request met, by request and how often it had come before. */
function outcome(seed: number, order: Request[]): Record<string, unknown> {
	const faults = new Faults();
	faults.seededSchedule(seed, MIX);
	const counts = new Map<string, number>();
	const result: Record<string, unknown> = {};
	for (const request of order) {
		const key = `${request.operationId} ${request.canonical}`;
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		result[`${key} #${count}`] = faults.strike(request);
	}
	return result;
}

test('the same seed gives the same faults, in whatever order different requests arrive', () => {
	fc.assert(
		fc.property(fc.integer(), requests, fc.integer(), (seed, order, turn) => {
			const shuffled = [...order].sort(
				(a, b) =>
					((a.canonical.charCodeAt(1) * 31 + turn) % 7) -
					((b.canonical.charCodeAt(1) * 31 + turn) % 7),
			);
			expect(outcome(seed, shuffled)).toEqual(outcome(seed, order));
		}),
	);
});

test('different seeds give different faults, in about the shares of the mix', () => {
	const order: Request[] = Array.from({ length: 2000 }, (_, index) => ({
		operationId: 'b',
		method: 'POST',
		canonical: `/${index}`,
	}));
	const kinds = Object.values(outcome(1, order)).flat() as ScheduledFault[];
	expect(kinds.filter((fault) => fault.kind === 'reset').length / 2000).toBeCloseTo(0.2, 1);
	expect(kinds.filter((fault) => fault.kind === 'status').length / 2000).toBeCloseTo(0.3, 1);
	expect(outcome(2, order)).not.toEqual(outcome(1, order));
	const other = order.map((request) => ({ ...request, operationId: 'a' }));
	expect(
		(Object.values(outcome(1, other)).flat() as ScheduledFault[]).some(
			(fault) => fault.kind === 'status' && fault.status === 500,
		),
	).toBe(false);
});

test('a request is left in peace after maxPerRequest faults', () => {
	const faults = new Faults();
	faults.seededSchedule(1, [{ kind: 'reset', share: 1 }], { maxPerRequest: 2 });
	const request = { operationId: 'a', method: 'GET', canonical: '/' };
	expect([1, 2, 3, 4].map(() => faults.strike(request).length)).toEqual([1, 1, 0, 0]);
	expect(faults.strike({ ...request, canonical: '/other' })).toHaveLength(1);
	expect(faults.scheduled()).toEqual({ seed: 1, mix: [{ kind: 'reset', share: 1 }] });
	faults.clear();
	expect(faults.scheduled()).toBeUndefined();
});

describe('over HTTP', () => {
	const bench = withPylon();

	test('a run is repeated from its seed, and the log tells what was processed', async () => {
		const run = async () => {
			const { sim } = bench();
			sim.resetState();
			sim.resetLog();
			sim.faults.seededSchedule(42, [
				{ kind: 'status', status: 503, share: 0.3 },
				{ kind: 'status', status: 504, processed: true, share: 0.3 },
			]);
			for (let index = 0; index < 30; index++)
				await bench().call('POST', '/contacts', { name: `Contact ${index % 10}` });
			return sim.requests.map(({ status, processed, outcome: text }) => ({
				status,
				processed,
				text,
			}));
		};
		const first = await run();
		expect(await run()).toEqual(first);
		expect(new Set(first.map(({ status }) => status))).toEqual(new Set([200, 503, 504]));
		const { sim } = bench();
		const processed = first.filter((request) => request.processed).length;
		expect(sim.state.contacts.size).toBe(20 + processed);
		expect(
			[...sim.processedCounts('createContact').values()].reduce((sum, count) => sum + count, 0),
		).toBe(processed);
	});
});
