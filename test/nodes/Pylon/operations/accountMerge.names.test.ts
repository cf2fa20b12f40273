import type { INodeParameters } from 'n8n-workflow';

import { addAccounts, seedIds } from '../../../../sandbox/pylon';
import { storeAccount } from '../../../../sandbox/pylon/seed/blank';
import { by, byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon, type RunOptions } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const { globex, initech, initechDuplicate, cedar } = seedIds.accounts;

const merge = async (
	accountId: INodeParameters | string,
	mergeAccountIds: string[] | string,
	{
		dryRun = false,
		options = {},
		inputs = [{}],
		run = {},
	}: {
		dryRun?: boolean;
		options?: INodeParameters;
		inputs?: INodeParameters[];
		run?: RunOptions;
	} = {},
) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'account',
			operation: 'merge',
			accountId,
			mergeAccountIds,
			dryRun,
			options,
			requestOptions: { maxTries: 1 },
		},
		inputs,
		run,
	);

const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);
const merged = () =>
	pylon.sim.requests
		.filter(({ operationId }) => operationId === 'mergeAccounts')
		.map(({ body }) => body);
const exists = (id: string) => pylon.sim.state.accounts.has(id);
const twin = (domain: string) =>
	storeAccount(pylon.sim.state, new Date().toISOString(), { name: 'Twin', domains: [domain] }).id;

describe("'Merge Into'", () => {
	test.each<[string, INodeParameters | string]>([
		['the domain', by('domain', ' Globex.example ')],
		['the external ID', by('externalId', 'crm-globex')],
	])('by %s: looked up, then merged', async (_, accountId) => {
		const { items, error } = await merge(accountId, [initech]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { id: globex }, pairedItem: { item: 0 } }]);
		expect(pylon.sim.requests).toHaveLength(2);
		expect(merged()).toEqual([{ merge_into_account_id: globex, merge_account_ids: [initech] }]);
		expect(exists(initech)).toBe(false);
	});

	test.each<[string, INodeParameters | string]>([
		['By ID', byId(globex)],
		['chosen from the list', by('list', globex)],
		['by expression alone', '={{ $json.id }}'],
	])('%s: nothing is looked up', async (_, accountId) => {
		const { error } = await merge(accountId, [initech], { inputs: [{ id: globex }] });
		expect(error).toBeUndefined();
		expect(operations()).toEqual(['mergeAccounts']);
	});

	test('no account has the name: nothing is merged', async () => {
		const { error } = await merge(by('domain', 'nowhere.example'), [initech]);
		expect(error).toMatchObject({
			message: "No account has the domain 'nowhere.example'",
			description: "Check 'Merge Into', or choose the account from the list.",
			context: { itemIndex: 0 },
		});
		expect((await merge(by('externalId', 'none'), [initech])).error?.message).toBe(
			"No account has the external ID 'none'",
		);
		expect(merged()).toEqual([]);
	});

	test('two accounts have the domain: both are listed, and nothing is merged', async () => {
		const id = twin('globex.example');
		const { error } = await merge(by('domain', 'globex.example'), [initech]);
		expect(error?.message).toBe("2 accounts have the domain 'globex.example'");
		const { description } = error as { description?: string };
		expect(description).toContain("Put the ID of one of them into 'Merge Into': ");
		expect(description).toContain(`Twin (globex.example): ${id}`);
		expect(description).toContain(`Globex (globex.example): ${globex}`);
		expect(merged()).toEqual([]);
	});
});

describe('the accounts that are merged', () => {
	test.each<[string, string | string[]]>([
		['text', `initech.example, ${cedar}, OLD.initech.example`],
		['an array', ['initech.example', cedar, 'OLD.initech.example']],
	])('by domain among IDs, as %s: in the order of the list', async (_, list) => {
		const { error } = await merge(byId(globex), list);
		expect(error).toBeUndefined();
		expect(merged()).toEqual([
			{ merge_into_account_id: globex, merge_account_ids: [initech, cedar, initechDuplicate] },
		]);
	});

	test('the same account by ID and by domain is merged once', async () => {
		await merge(byId(globex), [initech, 'initech.example']);
		expect(merged()).toEqual([{ merge_into_account_id: globex, merge_account_ids: [initech] }]);
	});

	test('no account, or two, have the domain: nothing is merged', async () => {
		const none = await merge(byId(globex), [initech, 'nowhere.example']);
		expect(none.error).toMatchObject({
			message: "No account has the domain 'nowhere.example'",
			description: "Check 'Accounts to Merge Names or IDs', or choose the account from the list.",
		});
		const id = twin('initech.example');
		const { error } = await merge(byId(globex), ['initech.example']);
		expect(error?.message).toBe("2 accounts have the domain 'initech.example'");
		expect((error as { description?: string }).description).toContain(
			`Twin (initech.example): ${id}`,
		);
		expect(merged()).toEqual([]);
		expect(exists(initech)).toBe(true);
	});

	test.each<[string, INodeParameters, string[]]>([
		[
			'the ID of the one that is named by domain',
			by('domain', 'globex.example'),
			[initech, globex],
		],
		['the domain of the one that is named by ID', byId(globex), ['globex.example']],
		[
			'the domain of the one that is named by external ID',
			by('externalId', 'crm-globex'),
			['GLOBEX.example'],
		],
	])('%s is refused, and nothing is merged', async (_, accountId, list) => {
		const { error } = await merge(accountId, list);
		expect(error).toMatchObject({
			message: "The account of 'Merge Into' is among 'Accounts to Merge Names or IDs'",
			description: `An account cannot be merged into itself. Remove ${globex}, or any other name for it, from 'Accounts to Merge Names or IDs'.`,
		});
		expect(merged()).toEqual([]);
	});
});

test('a dry run with names: it only reads, and reports by ID', async () => {
	const before = JSON.stringify([...pylon.sim.state.accounts]);
	const { items, error } = await merge(by('domain', 'globex.example'), ['initech.example'], {
		dryRun: true,
	});
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({
		mergeInto: { id: globex, name: 'Globex' },
		accounts: [{ id: initech }],
		accountsNotFound: [],
	});
	expect(merged()).toEqual([]);
	expect(JSON.stringify([...pylon.sim.state.accounts])).toBe(before);
});

test('tags and custom fields are kept with names', async () => {
	const { error } = await merge(by('externalId', 'crm-globex'), ['initech.example'], {
		options: { keepTagsAndCustomFields: true },
	});
	expect(error).toBeUndefined();
	expect(pylon.sim.state.accounts.get(globex)?.tags).toEqual(['vip', 'trial']);
	expect(exists(initech)).toBe(false);
});

test('50 items merge into one domain: it is looked up once', async () => {
	const ids = addAccounts(pylon.sim.state, 50);
	const { items, error } = await merge(by('domain', 'globex.example'), '={{ $json.id }}', {
		inputs: ids.map((id) => ({ id })),
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(50);
	expect(pylon.sim.countOf('searchAccounts')).toBe(1);
	expect(pylon.sim.countOf('mergeAccounts')).toBe(50);
	expect(ids.some(exists)).toBe(false);
});

test('with continue on fail, a name that none has fails its own item only', async () => {
	const { items } = await merge(by('domain', '={{ $json.domain }}'), '={{ $json.id }}', {
		inputs: [
			{ domain: 'nowhere.example', id: initech },
			{ domain: 'globex.example', id: cedar },
		],
		run: { continueOnFail: true },
	});
	expect(errorOf(items[0])?.message).toBe("No account has the domain 'nowhere.example'");
	expect(items[1].json.id).toBe(globex);
	expect([exists(initech), exists(cedar)]).toEqual([true, false]);
});

test('a look-up that fails: nothing is merged', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 503, operationId: 'searchAccounts' });
	const { error } = await merge(by('domain', 'globex.example'), [initech]);
	expect(error).toMatchObject({ httpCode: '503' });
	expect(merged()).toEqual([]);
});
