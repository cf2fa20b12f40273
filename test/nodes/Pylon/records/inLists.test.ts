import type { INodeParameters } from 'n8n-workflow';

import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { storeContact } from '../../../../sandbox/pylon/seed/blank';
import { added, removed, replaced } from '../../../support/listChange';
import { by, byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });
const { accounts, contacts, issues, teams, users } = seedIds;
const NORA = 'nora@northwind.example';
const OMAR = 'omar@northwind.example';
const CARLA = 'carla@globex.example';
const DMITRI = 'dmitri@initech.example';

const run = (parameters: INodeParameters, ...inputs: object[]) =>
	runPylon(
		pylon.credentials,
		parameters,
		inputs.length === 0 ? [{}] : inputs.map((json) => ({ ...json })),
	);
const follow = (more: INodeParameters, operation = 'addFollowers'): INodeParameters => ({
	resource: 'issue',
	operation,
	issueId: byId(issues.globex),
	...more,
});
const asked = () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`);
const lastBody = () => pylon.sim.requests[pylon.sim.requests.length - 1].body;
const followed = `POST /issues/${issues.globex}/followers`;

describe('the entries', () => {
	test('IDs alone: nothing is looked up', async () => {
		await run(
			follow({ userIds: [users.nora], contactIds: `${contacts.carla}, ${contacts.dmitri}` }),
		);
		expect(asked()).toEqual([followed]);
	});

	test.each<[string, INodeParameters]>([
		[
			'text with commas',
			{ userIds: `${OMAR}, ${users.priya}, ${NORA}`, contactIds: `${DMITRI},${CARLA}` },
		],
		['arrays', { userIds: '={{ $json.users }}', contactIds: '={{ $json.contacts }}' }],
	])('users and contacts by email, as %s: one search each, order kept', async (_, parameters) => {
		const { error } = await run(follow(parameters), {
			users: [OMAR, users.priya, NORA],
			contacts: [DMITRI, CARLA],
		});
		expect(error).toBeUndefined();
		expect(asked()).toEqual(['POST /users/search', 'POST /contacts/search', followed]);
		expect(pylon.sim.requests[0].body).toEqual({
			filter: { field: 'email', operator: 'in', values: [OMAR, NORA] },
			limit: 999,
		});
		expect(lastBody()).toEqual({
			operation: 'add',
			user_ids: [users.omar, users.priya, users.nora],
			contact_ids: [contacts.dmitri, contacts.carla],
		});
	});

	test('one person by ID, by email and in capital letters is there once', async () => {
		const { error } = await run(
			follow(
				{ userIds: `${users.omar}, ${NORA}, ${OMAR}, NORA@Northwind.example, ${users.nora}` },
				'removeFollowers',
			),
		);
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({ operation: 'remove', user_ids: [users.omar, users.nora] });
		expect(asked()).toEqual(['POST /users/search', followed]);
	});

	test('one email in capital letters alone', async () => {
		await run(follow({ userIds: 'NORA@northwind.example' }));
		expect(lastBody()).toEqual({ operation: 'add', user_ids: [users.nora] });
	});

	test('a contact by another than the primary address', async () => {
		const { id } = storeContact(pylon.sim.state, { name: 'Zoe', email: 'zoe@globex.example' });
		const zoe = pylon.sim.state.contacts.get(id);
		if (zoe)
			pylon.sim.state.contacts.set(id, {
				...zoe,
				emails: ['zoe@globex.example', 'z@home.example'],
			});
		await run(follow({ contactIds: ['z@home.example', CARLA] }));
		expect(lastBody()).toEqual({ operation: 'add', contact_ids: [id, contacts.carla] });
	});
});

describe('every list of users', () => {
	test('members of a team: created with, added, removed, replaced', async () => {
		await run({
			resource: 'team',
			operation: 'create',
			teamName: 'New',
			additionalFields: { memberIds: `${NORA}, ${OMAR}` },
		});
		expect(lastBody()).toEqual({ name: 'New', user_ids: [users.nora, users.omar] });

		const update = (memberIds: INodeParameters) =>
			run({
				resource: 'team',
				operation: 'update',
				teamId: byId(teams.escalations),
				updateFields: { memberIds },
			});
		const members = () => pylon.sim.state.teams.get(teams.escalations)?.user_ids;
		expect(members()).toEqual([users.quentin]);
		await update(added(`quentin@northwind.example, ${NORA}`));
		expect(members()).toEqual([users.quentin, users.nora]);
		await update(removed(`QUENTIN@northwind.example, ${users.omar}`));
		expect(members()).toEqual([users.nora]);
		await update(replaced([OMAR, users.priya]));
		expect(members()).toEqual([users.omar, users.priya]);

		pylon.sim.resetLog();
		const { error } = await update(added(OMAR));
		expect(error).toBeUndefined();
		expect(asked()).toEqual(['POST /users/search', `GET /teams/${teams.escalations}`]);
	});

	test('who finds a macro, and who reviews an article', async () => {
		await run({
			resource: 'macro',
			operation: 'update',
			macroId: byId(seedIds.macros.greeting),
			updateFields: {
				visibility: 'users_and_teams',
				visibleTeamIds: teams.support,
				visibleUserIds: `${OMAR}, ${users.nora}`,
			},
		});
		expect(lastBody()).toEqual({
			visibility: {
				type: 'users_and_teams',
				team_ids: [teams.support],
				user_ids: [users.omar, users.nora],
			},
		});
		await run({
			resource: 'knowledgeBaseArticle',
			operation: 'requestReview',
			knowledgeBaseId: byId(seedIds.knowledgeBase),
			articleId: byId(seedIds.articles.refunds),
			reviewerUserIds: NORA,
		});
		expect(lastBody()).toEqual({ reviewer_user_ids: [users.nora], request_ai_review: false });
	});
});

describe('every list of accounts, by domain', () => {
	const featureRequestId = byId(seedIds.featureRequests.pdf);

	test('who sees a feature request, and who asked for one', async () => {
		const accountIds = `Globex.example, ${accounts.dune}, cedar.example, globex.example`;
		await run({
			resource: 'featureRequest',
			operation: 'setPortalVisibility',
			featureRequestId,
			accountIds,
		});
		expect(asked()[0]).toBe('POST /accounts/search');
		expect(asked()).toHaveLength(2);
		expect(lastBody()).toEqual({
			account_ids: [accounts.globex, accounts.dune, accounts.cedar],
			visible: true,
		});
		await run({
			resource: 'featureRequest',
			operation: 'search',
			filters: { accountIds: 'globex.example' },
		});
		expect(lastBody()).toMatchObject({ account_ids: [accounts.globex] });
	});

	test('subaccounts', async () => {
		const update = { resource: 'account', operation: 'update', accountId: byId(accounts.globex) };
		const { error } = await run({
			...update,
			updateFields: { subaccountIds: replaced('dune.example') },
		});
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({ subaccount_ids: [accounts.dune] });
	});
});

describe('an email that stands for nobody', () => {
	test.each<[string, INodeParameters, string, string]>([
		[
			'no user',
			{ userIds: [NORA, 'nobody@x.example'] },
			"No user has the email 'nobody@x.example'",
			"'User Names or IDs'",
		],
		[
			'no contact',
			{ contactIds: 'nobody@x.example' },
			"No contact has the email 'nobody@x.example'",
			"'Contact Names or IDs'",
		],
	])('%s: refused, and nothing is changed', async (_, parameters, message, parameter) => {
		const { error } = await run(follow(parameters));
		expect(error).toMatchObject({
			message,
			description: expect.stringContaining(parameter),
			context: { itemIndex: 0 },
		});
		expect(asked()).not.toContain(followed);
	});

	test('two contacts: both are listed', async () => {
		const { id } = storeContact(pylon.sim.state, { name: 'Carla Twin', email: CARLA });
		const { error } = await run(follow({ contactIds: `${CARLA}, ${DMITRI}` }));
		expect(error?.message).toBe(`2 contacts have the email '${CARLA}'`);
		const { description } = error as { description?: string };
		expect(description).toContain("'Contact Names or IDs'");
		expect(description).toContain(`Carla Twin (${CARLA}): ${id}`);
		expect(description).toContain(`: ${contacts.carla}`);
		expect(asked()).not.toContain(followed);
	});

	test.each(['Nora <nora@>', '@nora', 'nora@'])(
		'%s is no address: refused unsent',
		async (entry) => {
			const { error } = await run(follow({ userIds: [users.omar, entry] }));
			expect(error?.message).toBe(
				"'User Names or IDs' has an entry that is neither an ID nor an email address",
			);
			expect((error as { description?: string }).description).toContain(entry);
			expect(pylon.sim.requests).toEqual([]);
		},
	);
});

describe('the items of a run', () => {
	const emailsOf = (count: number) =>
		addContacts(pylon.sim.state, count).map((id) => ({
			id,
			email: String(pylon.sim.state.contacts.get(id)?.email),
		}));

	test.each([
		[1, 1],
		[99, 1],
		[100, 1],
		[101, 2],
		[250, 3],
	])('%i emails in as many items: %i searches, each email once', async (count, searches) => {
		const people = emailsOf(count);
		const { error, items } = await run(
			follow({ contactIds: '={{ $json.emails }}' }),
			...people.map(({ email }) => ({ emails: [email, people[0].email] })),
		);
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(count);
		const sent = pylon.sim.requests
			.filter(({ path }) => path === '/contacts/search')
			.map(({ body }) => (body as { filter: INodeParameters }).filter);
		expect(sent).toHaveLength(searches);
		const names = sent.flatMap(({ value, values }) => (values ?? [value]) as string[]);
		expect(names).toHaveLength(count);
		expect(new Set(names)).toEqual(new Set(people.map(({ email }) => email)));
		const bodies = pylon.sim.requests
			.filter(({ path }) => path.endsWith('/followers'))
			.map(({ body }) => (body as { contact_ids: string[] }).contact_ids);
		const expected = people.map(({ id }) => [...new Set([id, people[0].id])]);
		expect(bodies.sort()).toEqual(expected.sort());
	});

	test('pickers in the body share the search', async () => {
		const inputs = [NORA, OMAR, 'priya@northwind.example', NORA].map((email) => ({ email }));
		const { error } = await run(
			{
				resource: 'issue',
				operation: 'update',
				issueId: byId(issues.globex),
				updateFields: { assigneeId: by('email', '={{ $json.email }}') },
			},
			...inputs,
		);
		expect(error).toBeUndefined();
		expect(asked().filter((one) => one === 'POST /users/search')).toHaveLength(1);
	});
});
