import { importing } from '../../../../nodes/Pylon/operations/import';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { message, messages, sentMessages, wrongMessages } from './support/importedMessages';
import { only } from './support/parts';

const { first } = seedIds.issues;

const oneMessage = { messages: { message: [message] } };

describeOperations(only(importing, 'importMessages'), {
	importMessages: {
		least: {
			parameters: { issueId: byId(first), ...oneMessage },
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({
					messages: [{ body_html: '<p>The export stops.</p>', is_private: false }],
				});
				expect(json).toMatchObject([{ id: first, number: 101 }]);
				expect(
					[...sim.state.messages.values()].filter(({ issue_id }) => issue_id === first).at(-1)
						?.message_html,
				).toBe('<p>The export stops.</p>');
			},
		},
		all: [
			{
				timezone: 'Europe/Berlin',
				parameters: {
					issueId: byId(first),
					messagesFrom: 'fields',
					messages,
					messageFormat: 'plainText',
					output: 'simplified',
				},
				then: ({ sent }) =>
					expect((sent.body as { messages: unknown }).messages).toEqual(sentMessages),
			},
			{
				parameters: {
					issueId: first,
					messagesFrom: 'json',
					messagesJson: '[{"message":"Quota < 5"},{"message":null,"body_html":"<b>Raised</b>"}]',
				},
				then: ({ sent }) =>
					expect((sent.body as { messages: unknown }).messages).toEqual([
						{ body_html: '<p>Quota &lt; 5</p>', is_private: false },
						{ body_html: '<b>Raised</b>', is_private: false },
					]),
			},
			{
				// The example that the editor shows.
				parameters: {
					issueId: first,
					messagesFrom: 'json',
					messagesJson: (
						importing.operations
							.flatMap(({ fields }) => fields)
							.find(({ name }) => name === 'messagesJson')?.placeholder ?? ''
					).replace('e.g. ', ''),
				},
				then: ({ sent }) =>
					expect((sent.body as { messages: unknown }).messages).toEqual([
						{
							body_html: '<p>It works now.</p>',
							is_private: false,
							created_at: '2026-01-31T09:00:00Z',
						},
					]),
			},
			{
				parameters: {
					issueId: first,
					messagesFrom: 'json',
					messagesJson: '{"body_html":"<p>Late</p>","is_private":true}',
				},
				then: ({ sim }) =>
					expect([...sim.state.messages.values()].at(-1)).toMatchObject({
						issue_id: first,
						message_html: '<p>Late</p>',
						is_private: true,
					}),
			},
		],
		wrong: [
			{ parameters: { issueId: byId(''), ...oneMessage }, message: "'Issue' is empty" },
			...wrongMessages.map(({ message: sentence, ...part }) => ({
				parameters: { issueId: byId(first), ...part },
				message: sentence,
			})),
		],
	},
});
