import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { added } from '../../../support/listChange';
import { withPylon } from '../../../support/pylon';
import { errorOf } from '../../shared/client/support/run';
import { upsertingItems } from './support/upserts';

const pylon = withPylon({ checkReplies: true });

const { globex, initech } = seedIds.accounts;

const upsert = upsertingItems('account', () => pylon.credentials, {
	externalId: '={{ $json.externalId }}',
	domain: '={{ $json.domain }}',
	name: '={{ $json.name }}',
});

const tags: INodeParameters = { additionalFields: { tags: added('={{ $json.tag ?? "t" }}') } };
const stored = (id: string) => pylon.sim.state.accounts.get(id)!;
const change = (id: string, changes: IDataObject) => {
	pylon.sim.state.accounts.set(id, { ...stored(id), ...changes });
};
const counted = (...names: string[]) => names.map((name) => pylon.sim.countOf(name));
const searches = () =>
	pylon.sim.requests
		.filter(({ operationId }) => operationId === 'searchAccounts')
		.map(({ body }) => body as IDataObject);

const existing = (count: number) =>
	addAccounts(pylon.sim.state, count).map((id) => {
		const {
			name,
			domains: [domain],
			external_ids: [{ external_id: externalId }],
		} = stored(id);
		return { id, name, domain, externalId };
	});

describe('one search for a hundred accounts, over all identifiers', () => {
	test.each<[string, Array<'name' | 'domain' | 'externalId'>]>([
		['domain and name', ['domain', 'name']],
		['name', ['name']],
		['external ID', ['externalId']],
		['all', ['externalId', 'domain', 'name']],
	])('by %s', async (_, names) => {
		const accounts = existing(100);
		const inputs = accounts.map((account, index) => ({
			...Object.fromEntries(names.map((name) => [name, account[name]])),
			tag: `t${index}`,
		}));
		const { items, error } = await upsert(inputs, tags);
		expect(error).toBeUndefined();
		expect(counted('searchAccounts', 'updateAccount', 'createAccount')).toEqual([1, 100, 0]);
		expect(items.map(({ json }) => [json.id, json.created])).toEqual(
			accounts.map(({ id }) => [id, false]),
		);
		expect(accounts.map(({ id }) => stored(id).tags)).toEqual(
			accounts.map((__, index) => [`t${index}`]),
		);
	});

	test('the request is one that the search takes', async () => {
		await upsert([
			{ domain: 'Globex.example', name: 'Globex' },
			{ domain: 'initech.example' },
			{ externalId: 'crm-7' },
		]);
		expect(searches()).toEqual([
			{
				filter: {
					operator: 'or',
					subfilters: [
						{
							field: 'domains',
							operator: 'in',
							values: [
								'globex.example',
								'www.globex.example',
								'initech.example',
								'www.initech.example',
							],
						},
						{ field: 'name', operator: 'equals', value: 'Globex' },
						{ field: 'external_ids', operator: 'equals', value: 'crm-7' },
					],
				},
				limit: 999,
			},
		]);
	});

	test('identifiers that only some items have: still one search for each hundred items at most', async () => {
		const accounts = existing(300);
		const inputs = accounts.map(({ domain, name, externalId }, index) =>
			index % 3 === 0 ? { domain } : index % 3 === 1 ? { name, externalId } : { externalId },
		);
		const { items } = await upsert(inputs);
		expect(items.map(({ json }) => json.id)).toEqual(accounts.map(({ id }) => id));
		expect(pylon.sim.countOf('searchAccounts')).toBeLessThanOrEqual(3);
		expect(pylon.sim.requests).toHaveLength(pylon.sim.countOf('searchAccounts'));
	});

	test('new ones are created', async () => {
		const inputs = Array.from({ length: 120 }, (_, index) => ({
			name: `New ${index}`,
			domain: `new-${index}.example`,
		}));
		const { items } = await upsert(inputs);
		expect(items.every(({ json }) => json.created === true)).toBe(true);
		expect(counted('searchAccounts', 'createAccount')).toEqual([2, 120]);
	});

	test('a name that two of the new ones have: one account', async () => {
		const inputs = Array.from({ length: 40 }, (_, index) => ({
			name: `New ${index % 20}`,
			tag: `t${index}`,
		}));
		const { items } = await upsert(inputs, tags);
		expect(items.map(({ json }) => json.created)).toEqual(inputs.map((_, index) => index < 20));
		expect(counted('searchAccounts', 'createAccount', 'updateAccount')).toEqual([1, 20, 20]);
	});
});

describe('names that many accounts have', () => {
	const crowd = (count: number, name: string) => {
		for (const id of addAccounts(pylon.sim.state, count)) change(id, { name });
	};

	test('a search longer than a page finds every account', async () => {
		change(globex, { name: 'Twin' });
		crowd(1000, 'Crowd');
		const [newest] = addAccounts(pylon.sim.state, 1);
		change(newest, { name: 'Twin' });
		const { items } = await upsert(
			[{ name: 'Twin' }, { name: 'Crowd' }, { name: 'Initech', tag: 'a' }],
			tags,
			{ continueOnFail: true },
		);
		expect(counted('searchAccounts', 'updateAccount')).toEqual([2, 1]);
		expect(errorOf(items[0])).toMatchObject({
			message: "2 accounts have the Name 'Twin'",
			candidateIds: expect.arrayContaining([globex, newest]),
		});
		expect(errorOf(items[1])).toMatchObject({
			message: "1000 accounts have the Name 'Crowd'",
			description: expect.stringContaining('; and 900 more. Merge'),
		});
		expect(errorOf(items[1])?.candidateIds).toHaveLength(1000);
		expect(items[2].json).toMatchObject({ id: initech, created: false });
	});

	test('of a single item, too', async () => {
		crowd(150, 'Crowd');
		const { error } = await upsert([{ name: 'Crowd' }]);
		expect(error?.message).toBe("150 accounts have the Name 'Crowd'");
		expect(searches().map(({ limit }) => limit)).toEqual([100, 100]);
	});
});

test.each([400, 500])(
	'a search for several items that Pylon answers with %d: each asks for its own',
	async (status) => {
		pylon.sim.faults.add({ kind: 'status', status, operationId: 'searchAccounts', nth: [1] });
		const inputs = existing(12).map(({ domain, name }) => ({ domain, name, tag: 't' }));
		const { items, error } = await upsert(inputs, tags);
		expect(error).toBeUndefined();
		expect(
			items.every(({ json }) => json.created === false && (json.tags as string[]).includes('t')),
		).toBe(true);
		expect(counted('searchAccounts', 'updateAccount')).toEqual([13, 12]);
		const [, ...alone] = searches();
		const single = ({ domain, name }: { domain: string; name: string }) => ({
			filter: {
				operator: 'or',
				subfilters: [
					{ field: 'domains', operator: 'in', values: [domain, `www.${domain}`] },
					{ field: 'name', operator: 'equals', value: name },
				],
			},
			limit: 100,
		});
		expect(alone).toEqual(expect.arrayContaining(inputs.map(single)));
	},
);

test('items that fail leave the others alone', async () => {
	change(initech, { name: 'Globex' });
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'createAccount', nth: [1] });
	const { items } = await upsert(
		[
			{ name: 'Globex' },
			{ name: 'Acme' },
			{ name: 'Acme', tag: 'b' },
			{ domain: 'globex.example', tag: 'c' },
			{ name: 'Other' },
		],
		tags,
		{ continueOnFail: true },
	);
	expect(items.map((item) => errorOf(item)?.message)).toEqual([
		"2 accounts have the Name 'Globex'",
		expect.stringContaining('403'),
		undefined,
		undefined,
		undefined,
	]);
	expect(items.slice(2).map(({ json }) => json.created)).toEqual([true, false, true]);
	// What could not be created is looked for again.
	expect(counted('searchAccounts', 'createAccount')).toEqual([2, 3]);
});
