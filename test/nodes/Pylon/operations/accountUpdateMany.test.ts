import type { INodeParameters } from 'n8n-workflow';
import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { pylon, update, bodies, chunks } from './support/accountsUpdated';

const { globex, initech, cedar } = seedIds.accounts;

const typeOf = (id: string) => pylon.sim.state.accounts.get(id)?.type;

describe('1,000 items, one account each', () => {
	test.each([1, 5, 20])(
		'10 requests with %d at once, every item linked to its input',
		async (concurrency) => {
			const ids = addAccounts(pylon.sim.state, 1000);
			const { items, error } = await update(
				ids.map((account) => ({ account })),
				{ requestOptions: { concurrency } },
			);
			expect(error).toBeUndefined();
			expect(chunks()).toEqual(Array.from({ length: 10 }, () => 100));
			expect(bodies().flatMap(({ account_ids }) => account_ids)).toEqual(ids);
			expect(items).toEqual(
				ids.map((_, item) => ({ json: { success: true }, pairedItem: { item } })),
			);
			expect(ids.every((id) => typeOf(id) === 'partner')).toBe(true);
		},
	);
});

test('lists and single accounts of several items share requests', async () => {
	const ids = addAccounts(pylon.sim.state, 150);
	const { items } = await update([
		{ account: ids.slice(0, 70) },
		{ account: ids.slice(70, 140).join(', ') },
		...ids.slice(140).map((account) => ({ account })),
	]);
	expect(chunks()).toEqual([100, 50]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: 12 }, (_, item) => ({ item })),
	);
	expect(ids.every((id) => typeOf(id) === 'partner')).toBe(true);
});

test('different changes of one account: the last item wins, also when Pylon puts the first one off', async () => {
	pylon.sim.faults.add({
		kind: 'rate-limited',
		operationId: 'updateAccounts',
		nth: [1],
		waitMs: 50,
	});
	await update(
		['partner', 'customer'].map((type) => ({ account: globex, type })),
		{ updateFields: { accountType: '={{ $json.type }}' } },
	);
	expect(bodies().map(({ account_type: type }) => type)).toEqual([
		'partner',
		'partner',
		'customer',
	]);
	expect(typeOf(globex)).toBe('customer');
});

test('an account that several items name is sent once', async () => {
	const { items } = await update([
		{ account: globex },
		{ account: [initech, globex] },
		{ account: initech },
	]);
	expect(bodies()).toEqual([{ account_ids: [globex, initech], account_type: 'partner' }]);
	expect(items).toHaveLength(3);
});

test('items with different changes go out apart', async () => {
	const { items } = await update(
		[
			{ account: globex, tag: 'a' },
			{ account: initech, tag: 'b' },
			{ account: cedar, tag: 'a' },
		],
		{
			updateFields: { tags: '={{ [$json.tag] }}', tagsMode: 'replace' },
			requestOptions: { concurrency: 1 },
		},
	);
	expect(bodies().map(({ account_ids: ids, tags }) => [ids, tags])).toEqual([
		[[globex, cedar], ['a']],
		[[initech], ['b']],
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
});

describe('tags', () => {
	const tagsAfter = async (updateFields: INodeParameters) => {
		const { error } = await update([{ account: globex }, { account: initech }], { updateFields });
		expect(error).toBeUndefined();
		return [globex, initech].map((id) => pylon.sim.state.accounts.get(id)?.tags);
	};

	test("without 'Tags Mode' they are added", async () => {
		expect(await tagsAfter({ tags: ['key', 'vip'] })).toEqual([
			['vip', 'key'],
			['trial', 'key', 'vip'],
		]);
		expect(bodies()).toEqual([
			{ account_ids: [globex, initech], tags: ['key', 'vip'], tags_apply_mode: 'append_only' },
		]);
	});

	test.each([
		[
			'append_only',
			[
				['vip', 'key'],
				['trial', 'key', 'vip'],
			],
		],
		['remove_only', [[], ['trial']]],
		[
			'replace',
			[
				['key', 'vip'],
				['key', 'vip'],
			],
		],
	])("'Tags Mode' %s", async (tagsMode, expected) => {
		expect(await tagsAfter({ tags: 'key, vip', tagsMode })).toEqual(expected);
		expect(bodies()).toMatchObject([{ tags_apply_mode: tagsMode }]);
	});

	test('an empty list: nobody loses tags without asking to', async () => {
		expect(await tagsAfter({ tags: [] })).toEqual([['vip'], ['trial']]);
		expect(await tagsAfter({ tags: [], tagsMode: 'replace' })).toEqual([[], []]);
	});

	describe('that an expression does not find', () => {
		const none = '={{ $json.none }}';
		const updated = async (updateFields: INodeParameters) =>
			(await update([{ account: globex }], { updateFields })).error?.message;

		test("are left out with their mode, where 'If a Value Is Empty' says so", async () => {
			const leftOut = { tags: none, tagsMode: 'replace', ifEmpty: 'leaveOut' };
			expect(await updated({ ...leftOut, accountType: 'partner' })).toBeUndefined();
			expect(bodies()).toEqual([{ account_ids: [globex], account_type: 'partner' }]);
			expect(await updated(leftOut)).toContain('There is nothing to change');
		});

		test("are cleared only by 'Replace'", async () => {
			for (const tagsMode of ['append_only', 'remove_only', undefined]) {
				const message = await updated({
					tags: none,
					ifEmpty: 'clear',
					...(tagsMode === undefined ? {} : { tagsMode }),
				});
				expect(message).toContain("only the 'Tags Mode' 'Replace' clears tags");
			}
			expect(bodies()).toEqual([]);
			expect(await updated({ tags: none, ifEmpty: 'clear', tagsMode: 'replace' })).toBeUndefined();
			expect(bodies()).toEqual([{ account_ids: [globex], tags: [], tags_apply_mode: 'replace' }]);
		});
	});

	test('a change without tags has no mode', async () => {
		await tagsAfter({ accountType: 'partner' });
		expect(bodies()).toEqual([{ account_ids: [globex, initech], account_type: 'partner' }]);
	});

	test("items whose 'Tags Mode' is the same in other words go out together", async () => {
		const mode = '={{ $json.mode }}';
		await update(
			[
				{ account: globex, mode: 'append_only' },
				{ account: initech, mode: 'Add' },
			],
			{ updateFields: { tags: 'key', tagsMode: mode } },
		);
		expect(bodies()).toEqual([
			{ account_ids: [globex, initech], tags: ['key'], tags_apply_mode: 'append_only' },
		]);
	});
});
