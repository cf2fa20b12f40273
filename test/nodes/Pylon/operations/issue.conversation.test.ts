import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber, messageIdOf, messagesOf, noteIdOf } from './support/messages';

const { first, initech } = seedIds.issues;
const { log, engineering } = seedIds.threads;
const { nora } = seedIds.users;
const { dmitri } = seedIds.contacts;

describeOperations(issuePart('conversation'), {
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
});
