import type { Decision } from '../../../nodes/PylonTrigger/decide/decision';
import { Duplicates, type ClaimedKeys } from '../../../nodes/PylonTrigger/decide/duplicates';
import { deduplicate } from '../../../nodes/PylonTrigger/decide/deduplicate';

let taken = new Map<string, ClaimedKeys>();
beforeEach(() => {
	taken = new Map();
});

const start = (decide: () => Promise<Decision>) =>
	deduplicate(new Duplicates(taken, 'a', {}, { ms: 1e9, count: 9 }), 'key', decide);
const accepted: Decision = { deliveryKey: 'key' };
const duplicate = { ignored: expect.stringContaining('received before') };

/** Two equal deliveries, the second while the first is being worked on. */
async function two(first: Decision | Error): Promise<[PromiseSettledResult<Decision>, Decision]> {
	let go: () => void = () => undefined;
	const waiting = new Promise<void>((resolve) => (go = resolve));
	const one = start(async () => {
		await waiting;
		if (first instanceof Error) throw first;
		return first;
	});
	const other = start(async () => accepted);
	go();
	const [result] = await Promise.allSettled([one]);
	return [result, await other];
}

test('the second of two is a duplicate', async () => {
	const [, other] = await two(accepted);
	expect(other).toEqual(duplicate);
	expect(await start(async () => accepted)).toEqual(duplicate);
});

test('of a refused one, it is refused as well, and the next one is new', async () => {
	const [, other] = await two({ refusal: 'unanswered' });
	expect(other).toMatchObject({
		refusal: 'unanswered',
		says: expect.stringContaining('arrived at the same time'),
	});
	expect(await start(async () => accepted)).toMatchObject(accepted);
});

test('of one that mattered not, it is answered alike, and the next one may matter', async () => {
	const [, other] = await two({ ignored: 'no' });
	expect(other).toEqual(duplicate);
	expect(await start(async () => accepted)).toMatchObject(accepted);
});

test('of one that broke, it is refused, and nobody waits for ever', async () => {
	const [one, other] = await two(new Error('broken'));
	expect(one).toMatchObject({ status: 'rejected' });
	expect(other).toMatchObject({
		refusal: 'unanswered',
		says: expect.stringContaining('arrived at the same time'),
	});
});

test('what was undone is new again', async () => {
	const first = await start(async () => accepted);
	if ('remembered' in first) first.remembered?.undo();
	expect(await start(async () => accepted)).toMatchObject(accepted);
});

test('without a memory all of them start something', async () => {
	for (let n = 0; n < 2; n++)
		expect(await deduplicate(undefined, 'key', async () => accepted)).toEqual(accepted);
});
