import type { INodeParameters } from 'n8n-workflow';
import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const { globex, initech, initechDuplicate, cedar } = seedIds.accounts;

const merge = async (
	mergeAccountIds: unknown,
	options: {
		accountId?: string;
		continueOnFail?: boolean;
		requestOptions?: INodeParameters;
	} = {},
) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'account',
			operation: 'merge',
			accountId: byId(options.accountId ?? globex),
			mergeAccountIds: '={{ $json.list }}',
			requestOptions: { maxTries: 1, ...options.requestOptions },
		},
		[{ list: mergeAccountIds as string }],
		{ continueOnFail: options.continueOnFail },
	);

const sentIds = () =>
	pylon.sim.requests.map(({ body }) => (body as { merge_account_ids: string[] }).merge_account_ids);
const exists = (id: string) => pylon.sim.state.accounts.has(id);

describe('however the list is written', () => {
	test.each([
		['comma-separated text', `${initech}, ${cedar}`],
		['lines', `${initech}\n${cedar}\n`],
		['an array', [initech, cedar]],
		['JSON text', JSON.stringify([initech, cedar])],
		['with duplicates', `${initech},${cedar}, ${initech} ,`],
		['an array with duplicates and empty entries', [initech, ` ${initech}`, '', cedar]],
	])('%s', async (_, list) => {
		const { items, error } = await merge(list);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { id: globex }, pairedItem: { item: 0 } }]);
		expect(sentIds()).toEqual([[initech, cedar]]);
		expect([exists(initech), exists(cedar)]).toEqual([false, false]);
	});

	test.each([
		['empty text', '', "'Accounts to Merge Names or IDs' is empty"],
		['only commas', ' , ,', "'Accounts to Merge Names or IDs' is empty"],
		['an empty array', [], "'Accounts to Merge Names or IDs' is empty"],
		['an empty array as JSON', '[]', "'Accounts to Merge Names or IDs' is empty"],
		['null', null, "'Accounts to Merge Names or IDs' is empty"],
		['an object', { id: initech }, "'Accounts to Merge Names or IDs' has to be a list"],
		[
			'an array of records',
			[{ id: initech }],
			"'Accounts to Merge Names or IDs' has an entry that is neither text nor number",
		],
		[
			'an array with null',
			[initech, null],
			"'Accounts to Merge Names or IDs' has an entry that is neither text nor number",
		],
		[
			'the survivor in it',
			[initech, globex],
			"The account of 'Merge Into' is among 'Accounts to Merge Names or IDs'",
		],
		[
			'only the survivor, with spaces',
			` ${globex} `,
			"The account of 'Merge Into' is among 'Accounts to Merge Names or IDs'",
		],
	])('%s is refused, and nothing is sent', async (_, list, message) => {
		const { error } = await merge(list);
		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect((error as { description?: string }).description).toMatch(/\w/);
		expect(pylon.sim.requests).toEqual([]);
	});
});

test('what the survivor keeps, gains and what is lost', async () => {
	const { state } = pylon.sim;
	await merge(initechDuplicate, { accountId: initech });
	expect(state.accounts.get(initech)).toMatchObject({
		tags: ['trial'],
		domains: ['initech.example', 'old.initech.example'],
		custom_fields: { seats: { value: '20' } },
		external_ids: [{ external_id: 'crm-initech', label: 'crm' }],
	});
	expect(
		[...state.contacts.values()].some(({ account_id }) => account_id === initechDuplicate),
	).toBe(false);
});

describe('more than 100 accounts', () => {
	test.each([
		[100, [100]],
		[101, [100, 1]],
		[250, [100, 100, 50]],
	])('%d go in chunks of %j', async (count, chunks) => {
		const ids = addAccounts(pylon.sim.state, count);
		const { items } = await merge(ids);
		expect(items).toMatchObject([{ json: { id: globex } }]);
		expect(sentIds().map((chunk) => chunk.length)).toEqual(chunks);
		expect(sentIds().flat()).toEqual(ids);
		expect(ids.some(exists)).toBe(false);
		expect(pylon.sim.maxInFlight()).toBe(1);
	});

	test('a chunk that stops half-way: what is merged, what may be, and what is not', async () => {
		const ids = addAccounts(pylon.sim.state, 250);
		ids[140] = 'gone';
		const { error } = await merge(ids);
		expect(sentIds().map((chunk) => chunk.length)).toEqual([100, 100]);
		expect(error).toMatchObject({
			message: expect.stringContaining('Account not found!'),
			httpCode: '404',
			context: {
				itemIndex: 0,
				pylon: {
					mergedAccountIds: ids.slice(0, 100),
					unclearAccountIds: ids.slice(100, 200),
					notMergedAccountIds: ids.slice(200),
				},
			},
		});
		const { description } = error as { description?: string };
		expect(description).toContain(`Merged already: ${ids.slice(0, 20).join(', ')} and 80 more.`);
		expect(description).toContain('check in Pylon which of these are still there');
		expect(description).toContain('Not merged: ');
		// So it was: the accounts before the missing one are merged, those behind it are not.
		expect(ids.slice(100, 140).some(exists)).toBe(false);
		expect(ids.slice(141).every(exists)).toBe(true);
	});

	test.each([401, 403, 429])('a %d refuses the whole request', async (status) => {
		const ids = addAccounts(pylon.sim.state, 101);
		pylon.sim.faults.add({ kind: 'status', status, nth: [2] });
		const { items } = await merge(ids, {
			continueOnFail: true,
			requestOptions: { longestWait: 0 },
		});
		expect(errorOf(items[0])).toMatchObject({
			mergedAccountIds: ids.slice(0, 100),
			unclearAccountIds: [],
			notMergedAccountIds: ids.slice(100),
		});
	});

	test('a chunk whose answer is lost is not sent again', async () => {
		const ids = addAccounts(pylon.sim.state, 150);
		pylon.sim.faults.add({ kind: 'reset', processed: true });
		const { error } = await merge(ids);
		expect(pylon.sim.countOf('mergeAccounts')).toBe(1);
		const { description } = error as { description?: string };
		expect(description).toContain('Merged already: none.');
		expect(description).toContain('Not merged: ');
		expect(ids.slice(0, 100).some(exists)).toBe(false);
		expect(ids.slice(100).every(exists)).toBe(true);
	});
});
