import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { askedOf, runIssue, wordsOf } from './support/conversations';
import { pylon, count } from './support/issueContexts';

const { initech } = seedIds.issues;

const { nora } = seedIds.users;

const run = async (more: INodeParameters = {}, options = {}) =>
	await runIssue(pylon, { operation: 'getContext', issueId: byId(initech), ...more }, options);

test('an issue without requester and account', async () => {
	const issue = pylon.sim.state.issues.get(initech);
	if (issue)
		pylon.sim.state.issues.set(initech, { ...issue, requester_id: null, account_id: null });
	const { items, error } = await run();
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ requester: null, account: null, other_open_issues: [] });
	expect(askedOf(pylon.sim)).toEqual([
		'getIssue',
		'getIssueMessages',
		'getUsers',
		'getTeams',
		'searchContacts',
	]);
});

test.each(['searchContacts', 'searchAccounts'])(
	'%s finds nothing: the rest is there',
	async (operationId) => {
		pylon.sim.faults.add({ kind: 'data', operationId, value: [] });
		const [{ json }] = (await run()).items;
		expect(json[operationId === 'searchContacts' ? 'requester' : 'account']).toBeNull();
		expect(json.messages_included).toBe(2);
	},
);

test('opened by a colleague: a user, whom Pylon does not know as a contact', async () => {
	const value = {
		id: initech,
		number: 103,
		title: 'x',
		requester: { id: nora },
		account: null,
		assignee: { id: nora },
		team: { id: 'gone' },
	};
	pylon.sim.faults.add({ kind: 'data', operationId: 'getIssue', value });
	const [{ json }] = (await run()).items;
	expect(json.requester).toEqual({
		kind: 'agent',
		id: nora,
		name: 'Nora Keller',
		email: 'nora@northwind.example',
	});
	expect(json.issue).toMatchObject({
		requester_name: 'Nora Keller',
		requester_email: 'nora@northwind.example',
		assignee_name: 'Nora Keller',
		assignee_email: 'nora@northwind.example',
		team_name: null,
	});
	expect([count('searchContacts'), count('getUsers'), count('getTeams')]).toEqual([1, 1, 1]);
});

const odd = [
	[],
	[{ id: 5 }],
	{},
	'text',
	7,
	{ id: null, name: { toString: 1 } },
	{ id: '  ' },
	[null],
	{ id: { toString: 1 } },
];

test.each(odd.map((value) => JSON.stringify(value)))(
	'getIssue answers with %s: a sentence, not an error of the program',
	async (value) => {
		pylon.sim.faults.add({
			kind: 'data',
			operationId: 'getIssue',
			value: JSON.parse(value) as unknown,
		});
		const { items, error } = await run();
		expect(items).toEqual([]);
		const { message, description } = wordsOf(error);
		expect(message).not.toMatch(/undefined|cannot|null/i);
		expect(message).toMatch(/^Pylon\b|but Pylon's API returns/);
		expect(description).toMatch(/\S/);
	},
);

test.each(
	[
		'getIssueMessages',
		'getUsers',
		'getTeams',
		'getIssueStatuses',
		'searchIssues',
		'searchContacts',
		'searchAccounts',
	].flatMap((operationId) =>
		[
			[{}],
			[null],
			[7],
			['x'],
			[[]],
			[{ id: { toString: 1 } }],
			[{ id: 'a', slug: { toString: 1 }, category: 'closed', author: [], timestamp: {} }],
		].map((value) => [operationId, JSON.stringify(value)]),
	),
)('%s answers with %s: what is no record is passed over', async (operationId, value) => {
	pylon.sim.faults.add({ kind: 'data', operationId, value: JSON.parse(value) as unknown });
	const { items, error } = await run();
	expect(error).toBeUndefined();
	expect(items[0].json.issue).toMatchObject({ id: initech });
});

test('highlights, once Pylon sends them', async () => {
	const value = [
		{ id: seedIds.accounts.initech, highlights: [{ content_html: '<p>Renews soon</p>' }] },
	];
	pylon.sim.faults.add({ kind: 'data', operationId: 'searchAccounts', value });
	const [{ json }] = (await run()).items;
	expect((json.account as IDataObject).highlights).toEqual([
		{ content_html: '<p>Renews soon</p>' },
	]);
});

test.each([
	['searchContacts', 403],
	['getIssueMessages', 400],
	['searchIssues', 400],
])('%s answers %d: an error, no half context', async (operationId, status) => {
	pylon.sim.faults.add({ kind: 'status', status, operationId });
	const { items, error } = await run();
	expect(items).toEqual([]);
	expect((error as unknown as { context: IDataObject }).context.pylon).toMatchObject({ status });
});

test('an issue that is not there', async () => {
	const { error } = await run({ issueId: byId('nope') });
	expect(wordsOf(error).message).toContain("no record 'nope' for 'Issue'");
	expect(askedOf(pylon.sim)).toEqual(['getIssue']);
});
