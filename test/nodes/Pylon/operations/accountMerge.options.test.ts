import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addAccounts, addContacts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon, type RunOptions } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const { globex, initech, initechDuplicate, cedar } = seedIds.accounts;

const merge = async (
	mergeAccountIds: string[],
	{ dryRun = false, ...options }: INodeParameters,
	run: RunOptions = {},
) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'account',
			operation: 'merge',
			accountId: byId(globex),
			mergeAccountIds,
			dryRun,
			options,
			requestOptions: { maxTries: 1 },
		},
		[{}],
		run,
	);

const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);
const stored = (id: string) => pylon.sim.state.accounts.get(id);
const change = (id: string, changes: IDataObject) => {
	pylon.sim.state.accounts.set(id, { ...stored(id)!, ...changes } as never);
};
const field = (slug: string, value: string) => ({ [slug]: { value } });
const everything = () =>
	JSON.stringify([
		[...pylon.sim.state.accounts],
		[...pylon.sim.state.contacts],
		[...pylon.sim.state.issues],
	]);

/** Plan and seats both accounts have; products only one, CRM stage is read-only. */
const prepare = () => {
	change(initech, {
		custom_fields: {
			...field('plan', 'enterprise'),
			...field('seats', '20'),
			...field('notes', 'Calls on Mondays'),
			...field('crm_stage', 'won'),
			products: { value: '', values: ['desk', 'portal'] },
			is_strategic: { value: '', values: [] },
		},
	});
	change(cedar, {
		custom_fields: {
			...field('notes', 'Calls on Fridays'),
			...field('renewal_date', '2027-01-31'),
		},
	});
};

describe('dry run', () => {
	test('changes nothing, and puts out what would move and what would be lost', async () => {
		prepare();
		const before = everything();
		const { items, error } = await merge([initech, initechDuplicate, 'gone'], { dryRun: true });
		expect(error).toBeUndefined();
		expect(everything()).toBe(before);
		expect(operations()).toEqual(['searchAccounts', 'searchContacts', 'searchIssues']);
		const of = (id: string, records: Iterable<{ account_id: string | null }>) =>
			[...records].filter(({ account_id: account }) => account === id).length;
		const { contacts, issues } = pylon.sim.state;
		const [one, two] = [initech, initechDuplicate].map((id) => ({
			contacts: of(id, contacts.values()),
			issues: of(id, issues.values()),
		}));
		expect(one.contacts).toBeGreaterThan(0);
		expect(items).toEqual([
			{
				json: {
					dryRun: true,
					mergeInto: { id: globex, name: 'Globex' },
					contactsMoved: one.contacts + two.contacts,
					issuesMoved: one.issues + two.issues,
					countsAreComplete: true,
					tagsCopied: [],
					customFieldsCopied: {},
					accounts: [
						{
							id: initech,
							name: 'Initech',
							...one,
							domains: ['initech.example'],
							tagsLost: ['trial'],
							// The survivor has the plan too.
							customFieldsLost: {
								seats: '20',
								notes: 'Calls on Mondays',
								crm_stage: 'won',
								products: ['desk', 'portal'],
							},
						},
						{
							id: initechDuplicate,
							name: 'Initech (old CRM)',
							...two,
							domains: ['old.initech.example'],
							tagsLost: [],
							customFieldsLost: { plan: 'team', seats: '30' },
						},
					],
					accountsNotFound: ['gone'],
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('with what would be copied', async () => {
		prepare();
		const before = everything();
		const { items } = await merge([initech, cedar], {
			dryRun: true,
			keepTagsAndCustomFields: true,
		});
		expect(everything()).toBe(before);
		expect(items[0].json).toMatchObject({
			tagsCopied: ['trial', 'partner'],
			customFieldsCopied: {
				notes: 'Calls on Mondays',
				products: ['desk', 'portal'],
				renewal_date: '2027-01-31',
			},
			accounts: [
				{ tagsLost: [], customFieldsLost: { seats: '20', crm_stage: 'won' } },
				{ tagsLost: [], customFieldsLost: { notes: 'Calls on Fridays' } },
			],
		});
	});

	test('more records than one page: it says that the counts are not complete', async () => {
		for (const id of addContacts(pylon.sim.state, 1000)) {
			pylon.sim.state.contacts.set(id, { ...pylon.sim.state.contacts.get(id)!, account_id: cedar });
		}
		const { items } = await merge([cedar], { dryRun: true });
		expect(items[0].json).toMatchObject({ contactsMoved: 999, countsAreComplete: false });
		expect(pylon.sim.countOf('searchContacts')).toBe(1);
	});

	test('an account without contacts and issues: nothing would move', async () => {
		const [empty] = addAccounts(pylon.sim.state, 1);
		const { items } = await merge([empty], { dryRun: true });
		expect(items[0].json).toMatchObject({
			contactsMoved: 0,
			issuesMoved: 0,
			accounts: [{ id: empty, contacts: 0, issues: 0 }],
		});
	});

	test('150 accounts: 100 per question', async () => {
		const ids = addAccounts(pylon.sim.state, 150);
		const { items } = await merge(ids, { dryRun: true });
		expect((items[0].json.accounts as IDataObject[]).map(({ id }) => id)).toEqual(ids);
		expect(operations().sort()).toEqual(
			['searchAccounts', 'searchContacts', 'searchIssues'].flatMap((name) => [name, name]).sort(),
		);
	});
});

describe('tags and custom fields are kept', () => {
	test('the survivor gets them before the merge', async () => {
		prepare();
		const { items, error } = await merge([initech, cedar], { keepTagsAndCustomFields: true });
		expect(error).toBeUndefined();
		expect(operations()).toEqual([
			'searchAccounts',
			'getCustomFields',
			'updateAccount',
			'mergeAccounts',
		]);
		expect(items).toMatchObject([
			{ json: { id: globex, tags: ['vip', 'trial', 'partner'] }, pairedItem: { item: 0 } },
		]);
		expect(stored(globex)?.custom_fields).toEqual({
			...field('plan', 'enterprise'),
			...field('seats', '10'),
			...field('notes', 'Calls on Mondays'),
			...field('renewal_date', '2027-01-31'),
			products: { value: '', values: ['desk', 'portal'] },
		});
		expect([stored(initech), stored(cedar)]).toEqual([undefined, undefined]);
	});

	test('nothing to copy: no update', async () => {
		change(initech, { tags: ['vip'], custom_fields: field('plan', 'enterprise') });
		await merge([initech], { keepTagsAndCustomFields: true });
		expect(operations()).toEqual(['searchAccounts', 'getCustomFields', 'mergeAccounts']);
	});

	test('they cannot be copied: nothing is merged', async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 400,
			operationId: 'updateAccount',
			body: { errors: ['custom_fields: no'], request_id: 'r-1' },
		});
		const before = everything();
		const { items } = await merge(
			[initech],
			{ keepTagsAndCustomFields: true },
			{ continueOnFail: true },
		);
		expect(errorOf(items[0])).toMatchObject({
			status: 400,
			description: expect.stringContaining('Nothing was merged'),
		});
		expect(everything()).toBe(before);
		expect(pylon.sim.countOf('mergeAccounts')).toBe(0);
	});

	test('an account is not there: nothing is changed', async () => {
		const before = everything();
		const { error } = await merge([initech, 'gone'], { keepTagsAndCustomFields: true });
		expect(error).toMatchObject({
			message: "Pylon does not have all accounts of 'Accounts to Merge Names or IDs'",
			description: expect.stringContaining('Not found: gone.'),
		});
		expect(everything()).toBe(before);
	});

	test('the survivor is not there: nothing is changed', async () => {
		pylon.sim.state.accounts.delete(globex);
		const { error } = await merge([initech], { keepTagsAndCustomFields: true });
		expect(error).toMatchObject({
			message: `Pylon has no account '${globex}' for 'Merge Into'`,
			context: { itemIndex: 0 },
		});
		expect(operations()).toEqual(['searchAccounts']);
	});
});

test('with both switched off, it only merges', async () => {
	await merge([initech], { dryRun: false, keepTagsAndCustomFields: false });
	expect(operations()).toEqual(['mergeAccounts']);
	expect(stored(globex)?.tags).toEqual(['vip']);
});
