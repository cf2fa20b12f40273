import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { notesIn } from '../../../support/waiting.notes';
import { byNumber, messagesOf } from '../operations/support/messages';
import { ask, closeAll, issueId } from './support';

const pylon = withPylon({ checkReplies: true });
afterEach(closeAll);

test('asks in an internal note, with a link for each answer, and waits', async () => {
	const { note, links, waitTill } = await ask(pylon);
	expect(note).toContain('<p>May we refund 12 €?</p>');
	expect(Object.keys(links)).toEqual(['Approve', 'Decline']);
	expect(waitTill.getTime()).toBe(WAIT_INDEFINITELY.getTime());
});

test('GET shows the question and decides nothing; the POST of the page does', async () => {
	const { links, call, resumed } = await ask(pylon);
	const page = await call(links.Approve);
	expect(page.status).toBe(200);
	expect(page.body).toContain('May we refund 12 €?');
	expect(page.body).toContain('#101 ');
	expect(resumed).toEqual([]);

	const thanks = await call(links.Approve, { answer: 'approve', reason: 'Good customer' });
	expect(thanks.status).toBe(200);
	expect(resumed).toHaveLength(1);
	expect(resumed[0].outputs.Pylon[0]).toEqual([
		{
			json: {
				key: 'first',
				data: { approved: true, reason: 'Good customer', answeredAt: expect.any(String) },
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(resumed[0].outputs.Next[0][0].json).toEqual({ value: 'first' });
	const [, followUp] = notesIn(pylon.sim, issueId);
	expect(followUp).toContain('Approved');
	expect(followUp).toContain('Good customer');
});

test('asks in an issue by its number, in a thread of it; the follow-up goes into the same thread', async () => {
	const { initech } = seedIds.issues;
	const { log } = seedIds.threads;
	const { note, links, call } = await ask(pylon, {
		issue: initech,
		parameters: {
			issueId: byNumber(103),
			askIn: 'thread',
			threadId: byId(log),
			messageFormat: 'markdown',
			message: '**Refund?**',
			options: { whoMayAnswer: 'Billing & co' },
		},
	});
	expect(note).toContain('<strong>Refund?</strong>');
	expect(note).toContain('Who may answer: Billing &amp; co');
	const page = await call(links.Decline);
	expect(page.body).toContain('Who may answer: Billing &amp; co');
	expect(page.body).toContain('#103 ');
	// The choice whose link was opened stands out.
	expect(page.body).toMatch(/class="main"[^>]*value="decline"/);
	await call(links.Decline, { answer: 'decline' });
	const [question, followUp] = messagesOf(pylon.sim, initech).slice(-2);
	expect([question.thread_id, followUp.thread_id]).toEqual([log, log]);
});

test.each(['Ask {{ Ann }}', 'Ask "Ann" }}', "Ask $('Ann')\\"])(
	'the node may have any name: %s',
	async (name) => {
		const { links, call, resumed } = await ask(pylon, { name });
		expect((await call(links.Approve, { answer: 'approve' })).status).toBe(200);
		expect(resumed[0].outputs[name][0][0].json.data).toMatchObject({ approved: true });
	},
);

test('without a follow-up, the issue has the question only', async () => {
	const { links, call, resumed } = await ask(pylon, {
		parameters: { options: { followUpNote: false } },
	});
	await call(links.Approve, { answer: 'approve' });
	expect(resumed).toHaveLength(1);
	expect(notesIn(pylon.sim, issueId)).toHaveLength(1);
});

test('the link of another question, as of an earlier round of a loop, decides nothing', async () => {
	const { links, call, resumed } = await ask(pylon);
	const earlier = links.Approve.replace(/ask=\w+/, `ask=${'0'.repeat(32)}`);
	expect((await call(earlier)).body).toContain('No longer open');
	const refused = await call(earlier, { answer: 'approve' });
	expect(refused.status).toBe(410);
	expect(resumed).toEqual([]);
	await call(links.Approve, { answer: 'approve' });
	expect(resumed).toHaveLength(1);
});

test('a page shows no secret, runs nothing, and is kept nowhere', async () => {
	const { links, call } = await ask(pylon);
	const { headers, body } = await call(links.Approve);
	expect(headers).toMatchObject({
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex, nofollow',
		'content-security-policy': expect.stringMatching(
			/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
		),
	});
	expect(body).not.toContain(String(pylon.credentials.apiToken));
	expect(body).not.toContain('signature');
	expect(body).not.toMatch(/<script|onclick|javascript:|https?:/i);
});
