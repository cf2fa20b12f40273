import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { added, removed, replaced } from '../../../support/listChange';
import { withPylon } from '../../../support/pylon';
import { errorOf } from '../../shared/client/support/run';
import { upserting } from './support/upserts';

const pylon = withPylon({ checkReplies: true });

const { globex, initech, cedar, dune } = seedIds.accounts;

const upsert = upserting('account', () => pylon.credentials);

const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);
const stored = (id: string) => pylon.sim.state.accounts.get(id);
const count = () => pylon.sim.state.accounts.size;
const change = (id: string, changes: IDataObject) => {
	pylon.sim.state.accounts.set(id, { ...stored(id)!, ...changes });
};

describe('an existing account: one search over all identifiers, one update', () => {
	test.each<[string, INodeParameters]>([
		['by domain', { domain: 'Globex.Example' }],
		['by external ID', { externalId: 'crm-globex' }],
		['by name', { name: 'Globex' }],
		['by all', { externalId: 'crm-globex', domain: 'globex.example', name: 'Globex' }],
		[
			'by domain, with an external ID that is new',
			{ externalId: 'crm-none', domain: 'globex.example' },
		],
		[
			'by external ID, with a name that is new',
			{ externalId: 'crm-globex', name: 'Globex Corporation' },
		],
	])('%s', async (_, parameters) => {
		const before = count();
		const { items, error } = await upsert({
			...parameters,
			additionalFields: { logoUrl: 'https://globex.example/logo.png' },
		});
		expect(error).toBeUndefined();
		expect(operations()).toEqual(['searchAccounts', 'updateAccount']);
		expect(items).toMatchObject([
			{ json: { id: globex, created: false }, pairedItem: { item: 0 } },
		]);
		expect(stored(globex)).toMatchObject({
			logo_url: 'https://globex.example/logo.png',
			name: parameters.name ?? 'Globex',
		});
		expect(count()).toBe(before);
	});

	test('several accounts have the name, one of them the domain: that one', async () => {
		change(initech, { name: 'Globex' });
		const { items } = await upsert({
			domain: 'globex.example',
			name: 'Globex',
			externalId: 'new-1',
			additionalFields: { externalIdLabel: 'new' },
		});
		expect(items[0].json).toMatchObject({
			id: globex,
			external_ids: ['crm-globex', 'new-1'],
			created: false,
		});
	});
});

test('a new domain is added and the primary one stays', async () => {
	await upsert({ externalId: 'crm-globex', domain: 'globex.test' });
	expect(stored(globex)).toMatchObject({
		domains: ['globex.example', 'globex.test'],
		primary_domain: 'globex.example',
	});
});

test('the first domain of an account becomes its primary one', async () => {
	change(globex, { domains: [], primary_domain: null });
	await upsert({ externalId: 'crm-globex', domain: 'globex.test' });
	expect(stored(globex)).toMatchObject({ domains: ['globex.test'], primary_domain: 'globex.test' });
});

describe('tags', () => {
	test.each<[string, INodeParameters, string[]]>([
		['added', added('trial, vip'), ['vip', 'partner', 'trial']],
		['removed', removed('vip'), ['partner']],
		['replaced', replaced(['a']), ['a']],
	])('%s, without another request', async (_, tags, expected) => {
		await upsert({ name: 'Cedar Clinics', additionalFields: { tags } });
		expect(operations()).toEqual(['searchAccounts', 'updateAccount']);
		expect(stored(cedar)?.tags).toEqual(expected);
	});

	test('there already: nothing is written', async () => {
		await upsert({ name: 'Cedar Clinics', additionalFields: { tags: added('vip') } });
		expect(operations()).toEqual(['searchAccounts']);
	});

	test.each<[string, INodeParameters, string[]]>([
		['added', added('trial'), ['trial']],
		['removed', removed('trial'), []],
	])('%s, of a new account', async (_, tags, expected) => {
		const { items } = await upsert({ name: 'Acme', additionalFields: { tags } });
		expect(items[0].json).toMatchObject({ name: 'Acme', tags: expected, created: true });
	});
});

describe('no clear match: nothing is written, and the accounts are listed', () => {
	test('identifiers of three accounts', async () => {
		const { items } = await upsert(
			{ externalId: 'crm-globex', domain: 'initech.example', name: 'Dune Logistics' },
			[{}],
			{ continueOnFail: true },
		);
		const error = errorOf(items[0]);
		expect(error).toMatchObject({
			message: 'The identifiers belong to 3 different accounts',
			candidateIds: [globex, initech, dune],
		});
		expect(error?.description).toContain(
			`Globex (globex.example): ${globex} (External ID 'crm-globex')`,
		);
		expect(error?.description).toContain(
			`Initech (initech.example): ${initech} (Domain 'initech.example')`,
		);
		expect(error?.description).toContain(
			`Dune Logistics (dune.example): ${dune} (Name 'Dune Logistics')`,
		);
		expect(operations()).toEqual(['searchAccounts']);
	});

	test.each(['allAgree', 'firstAddOthers', 'firstOnly'])(
		'two accounts of one name (%s)',
		async (ifSeveralMatch) => {
			change(initech, { name: 'Globex' });
			const { error } = await upsert({ name: 'Globex', externalId: 'new-1', ifSeveralMatch });
			expect(error).toMatchObject({
				message: "2 accounts have the Name 'Globex'",
				description: expect.stringContaining('Nothing was changed'),
				context: {
					itemIndex: 0,
					pylon: { candidateIds: expect.arrayContaining([globex, initech]) },
				},
			});
			expect(operations()).toEqual(['searchAccounts']);
		},
	);
});

describe('the first match counts', () => {
	const three = { externalId: 'crm-globex', domain: 'initech.example', name: 'Dune Logistics' };

	test.each([
		[['externalId', 'domain', 'name'], globex],
		[['domain', 'externalId', 'name'], initech],
		[['name', 'domain', 'externalId'], dune],
	])('in the order %j', async (matchBy, id) => {
		const { items } = await upsert({ ...three, matchBy, ifSeveralMatch: 'firstOnly' });
		expect(items[0].json).toMatchObject({ id, created: false });
		expect(stored(id)?.domains).toHaveLength(1);
	});

	test('what it cannot get is told', async () => {
		const { items } = await upsert({ ...three, ifSeveralMatch: 'firstAddOthers' });
		expect(items[0].json).toMatchObject({
			id: globex,
			name: 'Dune Logistics',
			identifiersNotAdded: ["Domain 'initech.example'"],
			notAddedBecause: expect.stringContaining('already in use'),
		});
		expect(stored(initech)?.domains).toEqual(['initech.example']);
	});
});

describe('several items', () => {
	test.each([1, 5])('of the same new name make one account (%d at once)', async (concurrency) => {
		const before = count();
		const { items } = await upsert(
			{ name: 'Acme', domain: '={{ $json.domain }}', requestOptions: { maxTries: 1, concurrency } },
			[{ domain: 'acme.example' }, {}, { domain: 'acme.test' }, {}],
		);
		expect(items.map(({ json }) => json.created)).toEqual([true, false, false, false]);
		expect(count()).toBe(before + 1);
		expect(items[3].json.domains).toEqual(['acme.example', 'acme.test']);
	});

	test('without an answer to the creation: no second account of that name', async () => {
		pylon.sim.faults.add({
			kind: 'reset',
			processed: true,
			operationId: 'createAccount',
			nth: [1],
		});
		pylon.sim.faults.add({ kind: 'data', operationId: 'searchAccounts', value: [] });
		const { items } = await upsert({ name: 'Acme' }, [{}, {}], { continueOnFail: true });
		expect(items.map((item) => errorOf(item)?.maybeProcessed)).toEqual([true, true]);
		expect(pylon.sim.countOf('createAccount')).toBe(1);
	});
});

test('somebody else creates the account at the same time: that one is updated', async () => {
	pylon.sim.faults.add({ kind: 'data', operationId: 'searchAccounts', value: [] });
	const before = count();
	const { items } = await upsert({ domain: 'globex.example', name: 'Globex Corporation' });
	expect(operations()).toEqual(['searchAccounts', 'createAccount', 'getAccount', 'updateAccount']);
	expect(items[0].json).toMatchObject({ id: globex, name: 'Globex Corporation', created: false });
	expect(count()).toBe(before);
});
