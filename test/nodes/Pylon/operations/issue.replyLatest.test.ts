import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { askedOf, mail, runIssue, say, silence, wordsOf } from './support/conversations';
import {
	pylon,
	initech,
	first,
	carla,
	ours,
	theirs,
	customer,
	agent,
	reply,
	deliveryOf,
	tell,
} from './support/latestReplies';

describe('recipients of an email', () => {
	const sentTo = (result: Awaited<ReturnType<typeof reply>>) => {
		const { to_emails, cc_emails, bcc_emails } = deliveryOf(result) ?? {};
		const { email_info: sent } = pylon.sim.requests.at(-1)?.body as IDataObject;
		expect({ to_emails, cc_emails, bcc_emails }).toEqual(sent);
		return sent;
	};

	test("a customer's first email: its sender, those in CC, not the address it was written to", async () => {
		tell(1, { author: customer, email_info: mail(theirs, [ours], ['boss@initech.example']) });
		expect(sentTo(await reply())).toEqual({
			to_emails: [theirs],
			cc_emails: ['boss@initech.example'],
		});
	});

	test('our own addresses are those that agents write from', async () => {
		tell(1, { author: customer, email_info: mail(theirs, [ours]) });
		tell(2, { author: agent, email_info: mail(ours, [theirs]) });
		tell(3, {
			author: customer,
			email_info: mail(
				`Dmitri <${theirs}>`,
				['Support@Northwind.example', 'grace@initech.example'],
				['nora@northwind.example', theirs],
			),
		});
		expect(sentTo(await reply())).toEqual({
			to_emails: [theirs],
			cc_emails: ['grace@initech.example'],
		});
	});

	test("an agent's email goes on to those it went to", async () => {
		tell(1, { author: customer, email_info: mail('other@initech.example', [ours]) });
		tell(2, {
			author: agent,
			email_info: mail(ours, [theirs, ours], ['boss@initech.example', 'BOSS@initech.example']),
		});
		expect(sentTo(await reply())).toEqual({
			to_emails: [theirs],
			cc_emails: ['boss@initech.example'],
		});
	});

	test("an agent's email that names nobody: the customer's before it", async () => {
		tell(1, { author: customer, email_info: mail(theirs, [ours]) });
		tell(2, { author: customer, is_private: true, email_info: mail('no@example.com', []) });
		tell(3, { author: agent });
		expect(sentTo(await reply())).toEqual({ to_emails: [theirs] });
	});

	test('nobody is known: refused unsent', async () => {
		tell(1, { author: agent });
		const { error } = await reply();
		expect(wordsOf(error)).toEqual({
			message: "'To' is empty, and the email that you reply to has no recipient",
			description: expect.stringContaining("Fill in 'To'"),
		});
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages', 'getUsers']);
	});

	describe('what the user fills in wins', () => {
		beforeEach(() =>
			tell(1, { author: customer, email_info: mail(theirs, [ours], ['boss@initech.example']) }),
		);

		test.each<[string, INodeParameters, IDataObject]>([
			[
				"'To': nobody else gets it",
				{ toEmails: 'grace@initech.example' },
				{ to_emails: ['grace@initech.example'] },
			],
			[
				"'To' and CC",
				{ toEmails: 'grace@initech.example', additionalFields: { ccEmails: 'x@initech.example' } },
				{ to_emails: ['grace@initech.example'], cc_emails: ['x@initech.example'] },
			],
			[
				'CC alone',
				{ additionalFields: { ccEmails: 'x@initech.example' } },
				{ to_emails: [theirs], cc_emails: ['x@initech.example'] },
			],
			['an empty CC: no copies', { additionalFields: { ccEmails: '' } }, { to_emails: [theirs] }],
			[
				'BCC alone, which takes one out of CC',
				{ additionalFields: { bccEmails: 'boss@initech.example' } },
				{ to_emails: [theirs], bcc_emails: ['boss@initech.example'] },
			],
			[
				"CC with the sender, who then is not in 'To', too",
				{ additionalFields: { ccEmails: theirs } },
				{ cc_emails: [theirs] },
			],
		])('%s', async (_, parameters, expected) => {
			expect(sentTo(await reply(parameters))).toEqual(expected);
		});
	});
});

describe('never twice', () => {
	test.each([502, 503, 504])('a %s after Pylon has sent it', async (status) => {
		tell(1, { author: customer, source: 'slack' });
		pylon.sim.faults.add({
			kind: 'status',
			status,
			operationId: 'createIssueReply',
			processed: true,
		});
		const { error } = await reply();
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages', 'createIssueReply']);
		expect((error as unknown as { context: IDataObject }).context.pylon).toMatchObject({
			status,
			maybeProcessed: true,
		});
	});

	test('the look is repeated, the reply is sent once', async () => {
		tell(1, { author: customer, source: 'slack' });
		pylon.sim.faults.add({
			kind: 'rate-limited',
			waitMs: 1,
			operationId: 'getIssueMessages',
			nth: [1],
		});
		const { error } = await reply();
		expect(error).toBeUndefined();
		expect(askedOf(pylon.sim)).toEqual([
			'getIssueMessages',
			'getIssueMessages',
			'createIssueReply',
		]);
	});

	test('two items answer two issues, each linked to its own', async () => {
		const latest = tell(1, { author: customer, source: 'slack' });
		silence(pylon.sim, first);
		const other = say(pylon.sim, first, 1, { author: { contact_id: carla }, source: 'slack' });
		const { items } = await runIssue(
			pylon,
			{
				operation: 'reply',
				issueId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				message: 'Hi',
			},
			{ items: [{ json: { id: initech } }, { json: { id: first } }] },
		);
		expect(
			items.map(({ json, pairedItem }) => [
				json.issue_id,
				(json.delivery as IDataObject).message_id,
				pairedItem,
			]),
		).toEqual([
			[initech, latest, { item: 0 }],
			[first, other, { item: 1 }],
		]);
		expect(askedOf(pylon.sim).filter((operation) => operation === 'createIssueReply')).toHaveLength(
			2,
		);
	});
});
