import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { askedOf, mail, runIssue, say, silence, wordsOf } from './support/conversations';
import { byNumber } from './support/messages';

const pylon = withPylon({ checkReplies: true });
const { initech, first } = seedIds.issues;
const { nora } = seedIds.users;
const { dmitri, carla } = seedIds.contacts;

const ours = 'support@northwind.example';
const theirs = 'dmitri@initech.example';
const customer = { contact_id: dmitri };
const agent = { user_id: nora };

const reply = async (more: INodeParameters = {}) =>
	await runIssue(pylon, { operation: 'reply', issueId: byId(initech), message: 'Hello', ...more });

const deliveryOf = ({ items }: Awaited<ReturnType<typeof reply>>) =>
	items[0]?.json.delivery as IDataObject | undefined;
const tell = (minute: number, message: Parameters<typeof say>[3]) =>
	say(pylon.sim, initech, minute, message);

beforeEach(() => silence(pylon.sim, initech));

describe('which message', () => {
	test('the latest that the customer can see, by time, whoever wrote it', async () => {
		tell(3, { author: customer, source: 'slack' });
		const latest = tell(9, { author: agent, source: 'slack' });
		tell(5, { author: customer, source: 'slack' });
		tell(20, { author: agent, is_private: true });
		const result = await reply();
		expect(deliveryOf(result)).toEqual({ sent_as: 'reply', message_id: latest, channel: 'slack' });
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages', 'createIssueReply']);
		expect(pylon.sim.requests[1].body).toEqual({ body_html: '<p>Hello</p>', message_id: latest });
	});

	test.each(['whatsapp', 'chat_widget', 'microsoft_teams', 'form', 'sms'])(
		'by %s no recipients are sent',
		async (source) => {
			const latest = tell(1, { author: customer, source });
			const result = await reply();
			expect(deliveryOf(result)).toEqual({ sent_as: 'reply', message_id: latest, channel: source });
			expect(pylon.sim.requests[1].body).not.toHaveProperty('email_info');
		},
	);

	test('a channel that changes: email after Slack', async () => {
		tell(1, { author: customer, source: 'slack' });
		tell(2, { author: customer, email_info: mail(theirs, [ours]) });
		expect(deliveryOf(await reply())).toMatchObject({ channel: 'email', to_emails: [theirs] });
	});

	test('an issue that is named by its number', async () => {
		tell(1, { author: customer, source: 'slack' });
		const result = await reply({ issueId: byNumber(103) });
		expect(result.error).toBeUndefined();
		expect(askedOf(pylon.sim)).toEqual(['getIssue', 'getIssueMessages', 'createIssueReply']);
	});

	test('a specific one takes its recipients over too', async () => {
		const earlier = tell(1, { author: customer, email_info: mail(theirs, [ours]) });
		tell(2, { author: { contact_id: carla }, email_info: mail('carla@globex.example', [ours]) });
		const result = await reply({ messageToAnswer: 'specific', messageId: byId(earlier) });
		expect(deliveryOf(result)).toEqual({
			sent_as: 'reply',
			message_id: earlier,
			channel: 'email',
			to_emails: [theirs],
		});
	});

	test('a specific one that is a note, or of another issue, is refused', async () => {
		const note = tell(1, { author: agent, is_private: true });
		const elsewhere = say(pylon.sim, first, 1, { author: customer });
		const messageToAnswer = 'specific';
		expect(wordsOf((await reply({ messageToAnswer, messageId: byId(note) })).error).message).toBe(
			`The message '${note}' is an internal note`,
		);
		expect(
			wordsOf((await reply({ messageToAnswer, messageId: byId(elsewhere) })).error).message,
		).toBe(`The issue has no message '${elsewhere}'`);
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages', 'getIssueMessages']);
	});
});

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
			message: "'To' is empty, and the email that is answered names nobody",
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
		])('%s', async (_, parameters, expected) => {
			expect(sentTo(await reply(parameters))).toEqual(expected);
		});
	});
});

describe('only internal messages', () => {
	beforeEach(() => tell(1, { author: agent, is_private: true }));
	const note = { additionalFields: { noVisibleMessage: 'note' } };

	test('are refused, and nothing is sent', async () => {
		const { items, error } = await reply();
		expect(items).toEqual([]);
		expect(wordsOf(error)).toEqual({
			message: 'The issue has no message that the customer can see',
			description: expect.stringContaining('nothing was sent'),
		});
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages']);
	});

	test('an issue without any message is refused too', async () => {
		silence(pylon.sim, initech);
		expect(wordsOf((await reply()).error).message).toBe(
			'The issue has no message that the customer can see',
		);
	});

	test('an internal note is written where the user wants that', async () => {
		const result = await reply({
			toEmails: theirs,
			additionalFields: { ...note.additionalFields, authorUserId: byId(nora) },
		});
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages', 'createIssueNote']);
		expect(pylon.sim.requests[1].body).toEqual({ body_html: '<p>Hello</p>', user_id: nora });
		expect(result.items[0].json).toEqual({
			id: expect.any(String),
			issue_id: initech,
			delivery: { sent_as: 'internal_note' },
		});
		expect(pylon.sim.state.messages.get(result.items[0].json.id as string)?.is_private).toBe(true);
	});

	test('a customer-visible message is answered, whatever is wanted otherwise', async () => {
		tell(2, { author: customer, source: 'slack' });
		expect(deliveryOf(await reply(note))).toMatchObject({ sent_as: 'reply' });
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
