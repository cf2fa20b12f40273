import * as fc from 'fast-check';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { deliver, listenForWebhooks, type Delivery, type Listener } from '../../support/webhook';
import { anyMutated, anyValid, mutations, sent } from './support/anyDelivery';
import { credentials, HEADER_SECRET } from './support/deliveries';

const MUTATIONS = 10_000;
const AT_ONCE = 20;

let listener: Listener;
const listen = async (parameters = {}) => {
	listener = await listenForWebhooks({ node: new PylonTrigger(), credentials, parameters });
};
afterEach(() => listener.close());

/** The status of each, some at a time. */
async function statusesOf(deliveries: Delivery[]): Promise<number[]> {
	const statuses: number[] = [];
	let next = 0;
	const work = async () => {
		while (next < deliveries.length) {
			const mine = next++;
			statuses[mine] = (await deliver(listener.url, deliveries[mine])).status;
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return statuses;
}

function tally(statuses: number[], names: string[]): Record<string, Record<number, number>> {
	const counts: Record<string, Record<number, number>> = {};
	statuses.forEach((status, index) => {
		const row = (counts[names[index]] ??= {});
		row[status] = (row[status] ?? 0) + 1;
	});
	return counts;
}

test('valid deliveries are accepted', async () => {
	await listen();
	const valid = fc.sample(anyValid, { numRuns: 500, seed: 1 });
	expect(new Set(await statusesOf(valid.map(sent)))).toEqual(new Set([200]));
	expect(listener.thrown).toEqual([]);
});

test('of 10,000 random mutations of valid deliveries none is accepted, and none answered 5xx', async () => {
	await listen();
	const samples = fc.sample(anyMutated, { numRuns: MUTATIONS, seed: 20261121 });
	const counts = tally(
		await statusesOf(samples.map(({ delivery }) => delivery)),
		samples.map(({ how }) => how),
	);
	expect(Object.keys(counts).sort()).toEqual(Object.keys(mutations).sort());
	// A body that cannot be unzipped cannot be checked either: 400.
	const wrong = Object.entries(counts).filter(
		([how, statuses]) =>
			Object.keys(statuses).join() !== (how === 'said to be zipped' ? '400' : '401'),
	);
	expect(wrong).toEqual([]);
	expect({ started: listener.executions, thrown: listener.thrown }).toEqual({
		started: [],
		thrown: [],
	});
}, 300_000);

test('verified by a header: no random change of it is accepted', async () => {
	await listen({ verification: 'header', headerName: 'X-Proof' });
	const character = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
	const anyChanged = fc
		.tuple(
			fc.nat({ max: HEADER_SECRET.length - 1 }),
			character,
			fc.constantFrom('replace', 'insert', 'remove', 'cut'),
		)
		.map(([at, other, how]) => {
			const [before, after] = [HEADER_SECRET.slice(0, at), HEADER_SECRET.slice(at + 1)];
			if (how === 'insert') return before + other + HEADER_SECRET[at] + after;
			return before + { replace: other + after, remove: after, cut: '' }[how as 'replace'];
		})
		.filter((value) => value !== HEADER_SECRET);
	const values = fc.sample(anyChanged, { numRuns: 1000, seed: 7 });
	const deliveries = values.map((value) => ({
		rawBody: '{"event":"x"}',
		headers: { 'x-proof': value },
	}));
	expect(new Set(await statusesOf(deliveries))).toEqual(new Set([401]));
	expect(listener.executions).toEqual([]);
}, 120_000);
