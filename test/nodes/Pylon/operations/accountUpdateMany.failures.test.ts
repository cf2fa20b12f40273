import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { errorOf } from '../../shared/client/support/run';
import { pylon, update, bodies, chunks } from './support/accountsUpdated';

const { globex, dune } = seedIds.accounts;

describe('a request that fails', () => {
	test('every item of it has an error of its own, the others go through', async () => {
		const ids = addAccounts(pylon.sim.state, 250);
		pylon.sim.faults.add({
			kind: 'status',
			status: 400,
			body: { errors: ['owner_id: no'], request_id: 'r-1' },
			nth: [2],
		});
		const { items } = await update(
			ids.map((account) => ({ account })),
			{ requestOptions: { concurrency: 1 } },
			{ continueOnFail: true },
		);
		expect(chunks()).toEqual([100, 100, 50]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
		expect(items.map((item) => errorOf(item) === undefined)).toEqual(
			ids.map((_, item) => item < 100 || item >= 200),
		);
		expect(errorOf(items[150])).toMatchObject({
			status: 400,
			updatedAccountIds: [],
			notUpdatedAccountIds: [ids[150]],
		});
		expect(
			errorOf(items[151])?.description?.match(/The request contained 100 accounts/g),
		).toHaveLength(1);
	});

	test('without continue-on-fail the run ends with the first item of it', async () => {
		const ids = addAccounts(pylon.sim.state, 250);
		pylon.sim.faults.add({ kind: 'status', status: 403, nth: [2] });
		const { error } = await update(
			ids.map((account) => ({ account })),
			{ requestOptions: { concurrency: 1 } },
		);
		expect(error).toMatchObject({ httpCode: '403', context: { itemIndex: 100 } });
		expect(chunks()).toEqual([100, 100]);
	});

	test('of a list across requests it says how far it came', async () => {
		const ids = addAccounts(pylon.sim.state, 150);
		pylon.sim.faults.add({ kind: 'status', status: 403, nth: [2] });
		const { error } = await update([{ account: ids }]);
		expect(error).toMatchObject({
			description: expect.stringContaining(
				'The first 100 accounts of the list have already been updated.',
			),
			context: {
				pylon: { updatedAccountIds: ids.slice(0, 100), notUpdatedAccountIds: ids.slice(100) },
			},
		});
	});
});

test('an item without an account: nothing of the run is sent', async () => {
	const { error } = await update([{ account: globex }, { none: true }, { account: dune }]);
	expect(error).toMatchObject({
		message: "'Account Names or IDs' is empty [item 1]",
		context: { itemIndex: 1 },
	});
	expect(pylon.sim.requests).toEqual([]);
});

test('with continue-on-fail, only that item fails', async () => {
	const { items } = await update(
		[{ account: globex }, { none: true }, { account: dune }],
		{},
		{ continueOnFail: true },
	);
	expect(bodies()).toEqual([{ account_ids: [globex, dune], account_type: 'partner' }]);
	expect(items.map((item) => errorOf(item)?.message)).toEqual([
		undefined,
		"'Account Names or IDs' is empty",
		undefined,
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
});

test("n8n's batching: each batch goes out on its own", async () => {
	const ids = addAccounts(pylon.sim.state, 6);
	const { items } = await update(
		ids.map((account) => ({ account })),
		{ requestOptions: { concurrency: 1, batching: { batch: { batchSize: 2, batchInterval: 1 } } } },
	);
	expect(
		bodies()
			.flatMap(({ account_ids: sent }) => sent)
			.sort(),
	).toEqual([...ids].sort());
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
});

test('a lost answer: the change is sent again, since it sets values', async () => {
	pylon.sim.faults.add({ kind: 'reset', processed: true, nth: [1] });
	const { items, error } = await update([{ account: globex }, { account: dune }], {
		requestOptions: { maxTries: 2 },
	});
	expect(error).toBeUndefined();
	expect(chunks()).toEqual([2, 2]);
	expect(items).toHaveLength(2);
});
