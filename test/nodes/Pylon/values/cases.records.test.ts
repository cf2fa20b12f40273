import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { loadNode } from '../../../support/nodeTypes';
import { by, byId } from '../../../support/locator';
import { outcomesOf } from './support/run';
import { pylon, run, sent, bodyOf, updateIssue } from './support/cases';

const node = loadNode(new Pylon());

const { accounts, contacts, issues } = seedIds;

describe('records that are there already', () => {
	test('an account with white space around its name is not created twice', async () => {
		await run({ resource: 'account', operation: 'create', name: ' Zeta Ltd\u00a0' });
		const { items } = await run({ resource: 'account', operation: 'upsert', name: 'Zeta Ltd' });
		expect(items[0].json.created).toBe(false);
	});

	test.each(['www.globex.example', 'GLOBEX.example', ' Www.Globex.Example. '])(
		'an account is found by the domain %j',
		async (domain) => {
			const { items } = await run({
				resource: 'account',
				operation: 'upsert',
				domain,
				name: 'Globex',
			});
			expect(items[0].json).toMatchObject({ id: accounts.globex, created: false });
			const got = await run({
				resource: 'account',
				operation: 'get',
				accountId: by('domain', domain),
			});
			expect(got.items[0].json.id).toBe(accounts.globex);
		},
	);

	test('a contact is found by its address in other capitals', async () => {
		await run({
			resource: 'contact',
			operation: 'create',
			name: 'New',
			email: 'New.User@Cedar.example',
		});
		const { items } = await run({
			resource: 'contact',
			operation: 'get',
			contactId: by('email', 'new.user@CEDAR.example'),
		});
		expect(items[0].json.email).toBe('new.user@cedar.example');
	});

	test('a tag is found in other capitals', async () => {
		const { items } = await run({
			resource: 'tag',
			operation: 'upsert',
			objectType: 'account',
			tagName: 'VIP',
		});
		expect(items[0].json).toMatchObject({ id: seedIds.tags.vip, created: false });
	});

	test('a tag that an issue has in other capitals is not added beside it', async () => {
		await run(updateIssue({ tags: { change: { mode: 'replace', values: 'billing' } } }));
		pylon.sim.resetLog();
		await run(updateIssue({ tags: { change: { mode: 'add', values: 'Billing' } } }));
		expect(sent('PATCH')).toEqual([]);
	});
});

describe('states of issues', () => {
	test.each([
		['Closed', 'closed'],
		['waiting on YOU', 'waiting_on_you'],
		['waiting_on_customer', 'waiting_on_customer'],
	])('%j is %s', async (state, slug) => {
		const { error } = await run(updateIssue({ state }));
		expect(error).toBeUndefined();
		expect(bodyOf('PATCH')).toEqual({ state: slug });
	});

	test('those of the workspace are asked for once a run, and go by their labels, too', async () => {
		const own = pylon.sim.state.issueStatuses.find(
			({ slug, is_archived: isArchived }) =>
				!isArchived &&
				!['new', 'closed', 'on_hold', 'waiting_on_you', 'waiting_on_customer'].includes(slug),
		);
		expect(own).toBeDefined();
		const states = [own?.label, String(own?.label).toUpperCase(), own?.slug];
		const outcomes = await outcomesOf(
			pylon.sim,
			node,
			updateIssue({ state: '={{ $json.v }}' }),
			states,
		);
		expect(
			outcomes.map(({ requests }) => requests.find(({ method }) => method === 'PATCH')?.body),
		).toEqual(states.map(() => ({ state: own?.slug })));
		expect(
			outcomes.flatMap(({ requests }) => requests.filter(({ path }) => path === '/issue-statuses')),
		).toHaveLength(1);
	});

	test('an unknown one is answered with those that there are, and nothing is changed', async () => {
		const { error } = await run(updateIssue({ state: 'Legacy review' }));
		expect(error).toMatchObject({
			message: "Your workspace has no state 'Legacy review'",
			description: expect.stringMatching(/Waiting on you \(waiting_on_you\)/),
		});
		expect(sent('PATCH')).toEqual([]);
	});
});

describe('addresses that were copied', () => {
	test.each([
		[
			'account',
			'accountId',
			`https://app.usepylon.com/accounts/${accounts.globex}`,
			accounts.globex,
		],
		[
			'contact',
			'contactId',
			`https://app.eu.usepylon.com/contacts/${contacts.ada}?tab=issues`,
			contacts.ada,
		],
		['issue', 'issueId', `https://app.usepylon.com/issues/${issues.initech}`, issues.initech],
		['issue', 'issueId', 'https://app.usepylon.com/issues?issueNumber=101', issues.first],
		['account', 'accountId', `"${accounts.globex}"`, accounts.globex],
	])('%s by %s %j', async (resource, parameter, address, id) => {
		const { items } = await run({ resource, operation: 'get', [parameter]: byId(address) });
		expect(items[0].json.id).toBe(id);
	});

	test('another address is no ID', async () => {
		const { error } = await run({
			resource: 'account',
			operation: 'get',
			accountId: byId(`https://crm.example/accounts/${accounts.globex}`),
		});
		expect(error?.message).toBe("'Account' is a URL that does not belong to such a record");
		expect(pylon.sim.requests).toEqual([]);
	});
});
