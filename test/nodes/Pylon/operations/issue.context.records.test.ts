import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { addIssues, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { askedOf, runIssue, say, silence, wordsOf } from './support/conversations';

const { initech, first } = seedIds.issues;

const { nora } = seedIds.users;

const { dmitri } = seedIds.contacts;

describe('Get Context', () => {
	const pylon = withPylon({ checkReplies: true });
	const run = async (more: INodeParameters = {}, options = {}) =>
		await runIssue(pylon, { operation: 'getContext', issueId: byId(initech), ...more }, options);
	const count = (operation: string) =>
		askedOf(pylon.sim).filter((asked) => asked === operation).length;

	test('messages as clean text, with the names of their files', async () => {
		silence(pylon.sim, initech);
		say(pylon.sim, initech, 1, {
			author: { contact_id: dmitri },
			message_html:
				'<p>It <b>fails</b> &amp; stops.</p><blockquote>Did you try?</blockquote><script>x()</script>',
			file_urls: [
				'https://assets.example/a/screen%20shot.png?Expires=1&Signature=x',
				'https://assets.example/%E0%A4%A',
			],
		});
		say(pylon.sim, initech, 2, { author: { user_id: nora }, message_html: '', source: 'slack' });
		const [{ json }] = (await run()).items;
		expect(json.conversation).toBe(
			[
				'[2026-11-03 14:01 +00:00 | customer | email] Dmitri Novak (dmitri@initech.example):',
				'  It fails & stops.',
				'',
				'  > Did you try?',
				'[File: screen shot.png]',
				'[File: %E0%A4%A]',
				'',
				'[2026-11-03 14:02 +00:00 | agent | slack] Nora Keller (nora@northwind.example):',
				'  (no text)',
			].join('\n'),
		);
	});

	test('what is too much goes, the oldest first, and is counted', async () => {
		silence(pylon.sim, initech);
		for (let minute = 0; minute < 50; minute++)
			say(pylon.sim, initech, minute, { author: { contact_id: dmitri } });
		const [{ json }] = (await run({ options: { sizeLimit: 1000 } })).items;
		const conversation = json.conversation as string;
		expect(conversation.length).toBeLessThanOrEqual(1000);
		expect(json.messages_included as number).toBeGreaterThan(5);
		expect((json.messages_included as number) + (json.messages_dropped as number)).toBe(50);
		expect(
			conversation.startsWith(
				`[${json.messages_dropped as number} earlier messages left out]\n\n[2026-11-03 14:`,
			),
		).toBe(true);
		expect(conversation.endsWith('\n  Message 49')).toBe(true);
	});

	test("the requester's other open issues, without itself and without closed ones", async () => {
		const { state } = pylon.sim;
		state.issueStatuses.push({
			slug: 'solved',
			label: 'Solved',
			category: 'closed',
			is_default_status: false,
			is_archived: true,
		});
		const mine = [...state.issues.values()]
			.filter(({ id }) => id !== initech && id !== first)
			.slice(0, 4);
		mine.forEach((issue, index) =>
			state.issues.set(issue.id, {
				...issue,
				requester_id: dmitri,
				state: ['open', 'closed', 'solved', 'on_hold'][index],
			}),
		);
		const [{ json }] = (await run()).items;
		const others = json.other_open_issues as IDataObject[];
		expect(others.map(({ id }) => id).sort()).toEqual([mine[0].id, mine[3].id].sort());
		expect(Object.keys(others[0])).toEqual([
			'id',
			'number',
			'title',
			'state',
			'created_at',
			'link',
		]);
	});

	test('of many other issues, the 20 newest', async () => {
		addIssues(pylon.sim.state, 60);
		for (const issue of [...pylon.sim.state.issues.values()])
			pylon.sim.state.issues.set(issue.id, { ...issue, requester_id: dmitri, state: 'open' });
		const [{ json }] = (await run()).items;
		expect(json.other_open_issues).toHaveLength(20);
	});

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
			expect(message).toMatch(/^Pylon |where Pylon's API answers with/);
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

	test('two items, each with its own; what they share is asked once', async () => {
		const { items } = await run(
			{ issueId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ items: [initech, first, initech].map((id) => ({ json: { id } })) },
		);
		expect(
			items.map(({ json, pairedItem }) => [(json.issue as IDataObject).id, pairedItem]),
		).toEqual([
			[initech, { item: 0 }],
			[first, { item: 1 }],
			[initech, { item: 2 }],
		]);
		expect(
			['getIssueStatuses', 'searchAccounts', 'searchContacts', 'getUsers', 'getTeams'].map(count),
		).toEqual([1, 1, 1, 1, 1]);
	});
});
