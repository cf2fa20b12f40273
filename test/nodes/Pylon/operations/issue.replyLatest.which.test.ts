import { byId } from '../../../support/locator';
import { askedOf, mail, say, silence, wordsOf } from './support/conversations';
import { byNumber } from './support/messages';
import {
	pylon,
	initech,
	first,
	nora,
	carla,
	ours,
	theirs,
	customer,
	agent,
	reply,
	deliveryOf,
	tell,
} from './support/latestReplies';

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

	test('none that does not say whether it is a note', async () => {
		const value = [{ id: 'm1', message_html: '<p>Hello</p>', source: 'slack' }];
		pylon.sim.faults.add({ kind: 'data', operationId: 'getIssueMessages', value });
		expect(wordsOf((await reply()).error).message).toBe(
			'The issue has no message that the customer can see',
		);
		expect(askedOf(pylon.sim)).toEqual(['getIssueMessages']);
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
