import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber, messageIdOf, messagesOf, noteIdOf } from './support/messages';

const { first, initech } = seedIds.issues;
const { log, engineering } = seedIds.threads;
const { nora, token } = seedIds.users;

const file = 'https://assets.northwind.example/log.txt';
const note = { issueId: byId(initech), message: 'Seen before.' };

describeOperations(issuePart('notes'), {
	addNote: {
		least: {
			parameters: note,
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ body_html: '<p>Seen before.</p>' });
				expect(created.issue_id).toBe(initech);
				expect(sim.state.messages.get(created.id as string)).toMatchObject({
					is_private: true,
					message_html: '<p>Seen before.</p>',
					author: { user_id: token },
					thread_id: engineering,
				});
			},
		},
		all: [
			{
				parameters: {
					...note,
					issueId: byNumber(103),
					messageFormat: 'html',
					additionalFields: {
						attachmentUrls: file,
						authorUserId: byId(nora),
						binaryPropertyNames: [],
						threadId: byId(log),
					},
				},
				then: ({ sim, json: [created] }) =>
					expect(sim.state.messages.get(created.id as string)).toMatchObject({
						author: { user_id: nora },
						file_urls: [file],
						thread_id: log,
					}),
			},
			{
				parameters: (sim) => ({
					...note,
					additionalFields: { messageId: byId(noteIdOf(sim, initech)) },
				}),
				then: ({ sim, json: [created] }) =>
					expect(sim.state.messages.get(created.id as string)?.thread_id).toBe(log),
			},
			{
				parameters: {
					...note,
					issueId: byId(first),
					additionalFields: { threadName: 'Who is it?' },
				},
				then: ({ sim, json: [created] }) => {
					const id = sim.state.messages.get(created.id as string)?.thread_id as string;
					expect(sim.state.threads.get(id)).toMatchObject({
						issue_id: first,
						name: 'Who is it?',
						source: null,
					});
				},
			},
		],
		wrong: [
			{ parameters: { ...note, message: ' ' }, message: "'Message' is empty" },
			{
				parameters: { ...note, additionalFields: { messageId: byId('a'), threadId: byId(log) } },
				message: "'Answer to Note' and 'Thread' cannot be used together",
			},
			{
				parameters: { ...note, additionalFields: { threadId: byId(log), threadName: 'Another' } },
				message: "'Thread Name' is for a new thread only",
			},
			{
				parameters: { ...note, additionalFields: { messageId: byId('a'), threadName: 'Another' } },
				message: "'Thread Name' is for a new thread only",
			},
			{
				parameters: { ...note, additionalFields: { ifEmpty: 'refuse', threadId: byId('') } },
				message: "'Thread' is empty",
			},
			{
				parameters: {
					...note,
					additionalFields: { ifEmpty: 'refuse', authorUserId: '={{ null }}' },
				},
				message: "'Author (User)' is empty",
			},
		],
	},
	deleteMessage: {
		least: {
			parameters: (sim) => ({ issueId: byId(initech), messageId: byId(noteIdOf(sim, initech)) }),
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(messagesOf(sim, initech).map(({ is_private: isPrivate }) => isPrivate)).toEqual([
					false,
				]);
			},
		},
		all: {
			parameters: (sim) => ({ issueId: byNumber(103), messageId: byId(messageIdOf(sim, initech)) }),
			then: ({ sim }) =>
				expect(messagesOf(sim, initech).map(({ is_private: isPrivate }) => isPrivate)).toEqual([
					true,
				]),
		},
		wrong: [
			{
				parameters: { issueId: byId(initech), messageId: byId('') },
				message: "'Message' is empty",
			},
			{ parameters: { issueId: byId(''), messageId: byId('a') }, message: "'Issue' is empty" },
		],
	},
	redactMessage: {
		least: {
			parameters: (sim) => ({ issueId: byId(initech), messageId: byId(messageIdOf(sim, initech)) }),
			then: ({ sim, json: [redacted] }) => {
				expect(redacted).toMatchObject({
					id: messageIdOf(sim, initech),
					message_html: '',
					is_private: false,
				});
				expect(sim.state.messages.get(redacted.id as string)?.message_html).toBe('');
			},
		},
		all: {
			parameters: (sim) => ({
				issueId: byNumber(103),
				messageId: byId(noteIdOf(sim, initech)),
				output: 'raw',
			}),
			then: ({ json: [redacted] }) =>
				expect(redacted).toMatchObject({ message_html: '', is_private: true }),
		},
		wrong: {
			parameters: { issueId: byId(initech), messageId: '={{ $json.none }}' },
			message: "'Message' is empty",
		},
	},
});
