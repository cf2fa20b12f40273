import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber, messageIdOf, messagesOf, noteIdOf } from './support/messages';

const { first, initech } = seedIds.issues;
const { log, engineering } = seedIds.threads;
const { nora, token } = seedIds.users;
const { dmitri } = seedIds.contacts;

const file = 'https://assets.northwind.example/log.txt';
const note = { issueId: byId(initech), message: 'Seen before.' };

describeOperations(issuePart('conversation'), {
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
	askAiAgent: {
		least: {
			parameters: { issueId: byId(first), aiAgentId: byId(seedIds.aiAgent) },
			then: ({ sim, json: [answer], sent }) => {
				expect(sent.body).toEqual({ ai_agent_id: seedIds.aiAgent });
				expect(answer).toEqual({
					response_valid: true,
					response_html: expect.stringContaining('Which account do I belong to?'),
				});
				expect(messagesOf(sim, first)).toHaveLength(1);
			},
		},
		all: {
			parameters: {
				issueId: byNumber(101),
				aiAgentId: byId(seedIds.aiAgent),
				options: { postAsInternalNote: true },
			},
			then: ({ sim, json: [answer], sent }) => {
				expect(sent.body).toEqual({ ai_agent_id: seedIds.aiAgent, post_as_internal_note: true });
				expect(messagesOf(sim, first)[1]).toMatchObject({
					is_private: true,
					message_html: answer.response_html,
				});
			},
		},
		wrong: {
			parameters: { issueId: byId(first), aiAgentId: byId('') },
			message: "'AI Agent' is empty",
		},
	},
	createThread: {
		least: {
			parameters: { issueId: byId(first) },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body ?? {}).toEqual({});
				expect(sim.state.threads.get(created.id as string)).toMatchObject({
					issue_id: first,
					name: null,
				});
			},
		},
		all: {
			parameters: { issueId: byNumber(101), additionalFields: { name: 'Escalation' } },
			then: ({ sim, json: [created] }) => {
				expect(created).toMatchObject({ issue_id: first, name: 'Escalation' });
				expect(sim.state.threads.get(created.id as string)?.name).toBe('Escalation');
			},
		},
		wrong: {
			parameters: { issueId: byId(first), additionalFields: { ifEmpty: 'refuse', name: '' } },
			message: "'Name' is empty",
		},
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
	getMessages: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ sim, json }) => {
				expect(json.map(({ id }) => id)).toEqual([
					messageIdOf(sim, initech),
					noteIdOf(sim, initech),
				]);
				expect(json).toMatchObject([
					{ is_private: false, thread_id: null, author_type: 'contact', author_id: dmitri },
					{
						is_private: true,
						thread_id: log,
						author_type: 'user',
						author_id: nora,
						author_name: 'Nora Keller',
					},
				]);
			},
		},
		all: [
			{
				parameters: { issueId: byNumber(103), limit: 1, output: 'raw' },
				then: ({ json }) => expect(json).toMatchObject([{ author: { contact: { id: dmitri } } }]),
			},
			{
				parameters: { issueId: byId(first), returnAll: true },
				then: ({ json }) => expect(json).toHaveLength(1),
			},
		],
		wrong: { parameters: { issueId: byId('..') }, message: "'Issue' cannot be '..'" },
	},
	getThreads: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ json }) =>
				expect(json).toMatchObject([
					{ id: engineering, source: 'slack', channel_id: 'C0SUPPORT', issue_id: initech },
					{ id: log, name: 'Sign-in log', source: null },
				]),
		},
		all: [
			{
				parameters: { issueId: byNumber(103), limit: 1 },
				then: ({ json }) => expect(json).toHaveLength(1),
			},
			{
				parameters: { issueId: byId(first), returnAll: true },
				then: ({ json }) => expect(json).toEqual([]),
			},
		],
		wrong: {
			parameters: { issueId: byId(initech), limit: 0 },
			message: "'Limit' has to be a whole number",
		},
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
