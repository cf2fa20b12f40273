import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { storeContact } from '../../../../sandbox/pylon/seed/blank';
import { added, removed, replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { pylon, NORA, OMAR, CARLA, DMITRI, run, asked } from './support/entries';

const { accounts, contacts, issues, teams, users } = seedIds;

const follow = (more: INodeParameters, operation = 'addFollowers'): INodeParameters => ({
	resource: 'issue',
	operation,
	issueId: byId(issues.globex),
	...more,
});

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
