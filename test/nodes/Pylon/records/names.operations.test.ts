import type { IDataObject } from 'n8n-workflow';
import { addContacts, addIssues, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { pylon, jsonOf, getIssue } from './support/names';

const { issues, contacts, users, accounts, tasks, teams } = seedIds;

const counts = (): Record<string, number> => {
	const all: Record<string, number> = {};
	for (const { operationId = '' } of pylon.sim.requests)
		all[operationId] = (all[operationId] ?? 0) + 1;
	return all;
};

/** Gives issues to people: each to a requester of its own. */
function give(ids: string[], requesters: string[]): void {
	const { state } = pylon.sim;
	ids.forEach((id, index) => {
		const issue = state.issues.get(id)!;
		state.issues.set(id, {
			...issue,
			requester_id: requesters[index % requesters.length],
			assignee_id: users.nora,
			account_id: accounts.globex,
			team_id: teams.support,
		});
	});
}

const LOOK_UPS = { searchContacts: 1, searchAccounts: 1, getUsers: 1, getTeams: 1 };

describe('how many requests', () => {
	let ids: string[];
	beforeEach(() => {
		const { state } = pylon.sim;
		ids = addIssues(state, 100);
		give(ids, addContacts(state, 100));
	});

	const named = (issue: IDataObject) =>
		expect(issue).toMatchObject({
			requester_name: expect.any(String),
			requester_email: expect.stringContaining('@'),
			assignee_name: 'Nora Keller',
			assignee_email: 'nora@northwind.example',
			account_name: 'Globex',
			team_name: expect.any(String),
		});

	test('100 issues of one search: four beside its own', async () => {
		const found = await jsonOf({ resource: 'issue', operation: 'search', limit: 100 });
		expect(found).toHaveLength(100);
		found.filter(({ id }) => ids.includes(id as string)).forEach(named);
		expect(counts()).toEqual({ searchIssues: 1, ...LOOK_UPS });
	});

	test.each([
		['stopping at a failure', {}],
		['continuing on failure', { continueOnFail: true }],
	])('100 items of Get, %s: four for all of them', async (_, options) => {
		const found = await jsonOf(
			getIssue(),
			ids.map((id) => ({ id })),
			options,
		);
		expect(found.map(({ id }) => id)).toEqual(ids);
		found.forEach(named);
		expect(counts()).toEqual({ getIssue: 100, ...LOOK_UPS });
	});

	test('in batches of n8n: four for each batch at most, and nothing is asked for twice', async () => {
		const requestOptions = { batching: { batch: { batchSize: 25, batchInterval: 1 } } };
		const found = await jsonOf(
			getIssue({ requestOptions }),
			ids.map((id) => ({ id })),
		);
		found.forEach(named);
		const { getIssue: own, searchContacts, ...rest } = counts();
		expect(own).toBe(100);
		expect(searchContacts).toBeLessThanOrEqual(4);
		expect(rest).toEqual({ searchAccounts: 1, getUsers: 1, getTeams: 1 });
		const asked = pylon.sim.requests
			.filter(({ operationId }) => operationId === 'searchContacts')
			.flatMap(({ body }) => (body as { filter: { values: string[] } }).filter.values);
		expect(new Set(asked).size).toBe(asked.length);
	});

	test('off: none', async () => {
		const [issue] = await jsonOf(getIssue({ addNames: false }), [{ id: ids[0] }]);
		expect(Object.keys(issue).filter((key) => /_(name|email)$/.test(key))).toEqual([]);
		expect(counts()).toEqual({ getIssue: 1 });
	});
});

describe('who is named', () => {
	const change = (id: string, changes: IDataObject) => {
		const issue = pylon.sim.state.issues.get(id)!;
		pylon.sim.state.issues.set(id, { ...issue, ...changes });
	};

	test('a person whom Pylon does not have any more is null, and asked for once', async () => {
		const requester = { id: 'gone' };
		pylon.sim.faults.add({
			kind: 'data',
			operationId: 'getIssue',
			value: {
				id: 'i',
				requester,
				assignee: { id: 'also-gone' },
				account: { id: 'a-gone' },
				team: null,
			},
		});
		const found = await jsonOf(
			getIssue(),
			[issues.first, issues.globex, issues.initech].map((id) => ({ id })),
		);
		for (const issue of found) {
			expect(issue).toMatchObject({
				requester_id: 'gone',
				requester_name: null,
				requester_email: null,
				assignee_name: null,
				account_name: null,
				team_id: null,
				team_name: null,
			});
		}
		expect(counts()).toEqual({ getIssue: 3, searchContacts: 1, searchAccounts: 1, getUsers: 1 });
	});

	test('a colleague who is the requester', async () => {
		pylon.sim.faults.add({
			kind: 'data',
			operationId: 'getIssue',
			value: { id: 'i', requester: { id: users.nora } },
		});
		expect(await jsonOf(getIssue(), [{ id: issues.first }])).toMatchObject([
			{ requester_name: 'Nora Keller', requester_email: 'nora@northwind.example' },
		]);
		pylon.sim.resetLog();
		expect(await jsonOf(getIssue({ output: 'raw' }), [{ id: issues.first }])).toMatchObject([
			{ requester: { id: users.nora, type: 'user', name: 'Nora Keller' } },
		]);
	});

	test('nobody: nothing is asked for', async () => {
		change(issues.first, {
			requester_id: null,
			assignee_id: null,
			account_id: null,
			team_id: null,
		});
		const [issue] = await jsonOf(getIssue(), [{ id: issues.first }]);
		expect(issue).toMatchObject({ requester_id: null, requester_name: null, account_name: null });
		expect(counts()).toEqual({ getIssue: 1 });
	});

	test('accounts, tasks, messages', async () => {
		expect(
			await jsonOf({ resource: 'account', operation: 'get', accountId: byId(accounts.globex) }),
		).toMatchObject([
			{ owner_id: users.nora, owner_name: 'Nora Keller', owner_email: 'nora@northwind.example' },
		]);
		expect(
			await jsonOf({ resource: 'task', operation: 'get', taskId: byId(tasks.import) }),
		).toMatchObject([
			{
				assignee_type: 'user',
				assignee_name: 'Nora Keller',
				assignee_email: 'nora@northwind.example',
			},
		]);
		const messages = await jsonOf({
			resource: 'issue',
			operation: 'getMessages',
			issueId: byId(issues.initech),
		});
		expect(messages[0]).toMatchObject({
			author_name: 'Dmitri Novak',
			author_email: 'dmitri@initech.example',
		});
	});

	test('of a raw record, beside the ID', async () => {
		change(issues.first, { requester_id: contacts.carla, account_id: accounts.globex });
		const [issue] = await jsonOf(getIssue({ output: 'raw' }), [{ id: issues.first }]);
		expect(issue).toMatchObject({
			body_html: expect.any(String),
			requester: {
				id: contacts.carla,
				name: expect.any(String),
				email: 'carla@globex.example',
				type: 'contact',
			},
			account: { id: accounts.globex, name: 'Globex' },
		});
	});
});
