import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { addIssues, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { addSolvedStatus } from './support/closedStatus';
import { runIssue, say, silence } from './support/conversations';
import { pylon, count } from './support/issueContexts';

const { initech, first } = seedIds.issues;

const { nora } = seedIds.users;

const { dmitri } = seedIds.contacts;

const run = async (more: INodeParameters = {}, options = {}) =>
	await runIssue(pylon, { operation: 'getContext', issueId: byId(initech), ...more }, options);

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
	addSolvedStatus(pylon.sim, true);
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
	expect(Object.keys(others[0])).toEqual(['id', 'number', 'title', 'state', 'created_at', 'link']);
});

test('of many other issues, the 20 newest', async () => {
	addIssues(pylon.sim.state, 60);
	for (const issue of [...pylon.sim.state.issues.values()])
		pylon.sim.state.issues.set(issue.id, { ...issue, requester_id: dmitri, state: 'open' });
	const [{ json }] = (await run()).items;
	expect(json.other_open_issues).toHaveLength(20);
});

test('two items, each with its own; what they share is asked once', async () => {
	const { items } = await run(
		{ issueId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
		{ items: [initech, first, initech].map((id) => ({ json: { id } })) },
	);
	expect(items.map(({ json, pairedItem }) => [(json.issue as IDataObject).id, pairedItem])).toEqual(
		[
			[initech, { item: 0 }],
			[first, { item: 1 }],
			[initech, { item: 2 }],
		],
	);
	expect(
		['getIssueStatuses', 'searchAccounts', 'searchContacts', 'getUsers', 'getTeams'].map(count),
	).toEqual([1, 1, 1, 1, 1]);
});
