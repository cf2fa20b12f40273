import { importing } from '../../../../nodes/Pylon/operations/import';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';
import { message, messages, sentMessages, wrongMessages } from './support/importedMessages';
import { without } from './support/parts';

const { globex } = seedIds.accounts;
const { carla } = seedIds.contacts;
const { nora } = seedIds.users;

const oneMessage = { messages: { message: [message] } };
const least = { title: 'Export stops', state: 'closed', ...oneMessage };

describeOperations(without(importing, 'importMessages'), {
	importContact: {
		least: {
			parameters: { name: 'Zoe Example', email: 'zoe@acme.example' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Zoe Example', email: 'zoe@acme.example' });
				expect(sim.state.contacts.get(created.id as string)).toMatchObject({
					name: 'Zoe Example',
					emails: ['zoe@acme.example'],
				});
			},
		},
		all: {
			parameters: {
				name: 'Zoe Example',
				email: 'zoe@acme.example',
				output: 'simplified',
				customFields: byHand({ job_title: 'Buyer' }),
				additionalFields: {
					accountId: byId(globex),
					avatarUrl: 'https://acme.example/zoe.png',
					customFieldsJson: { interests: ['beta'] },
					phoneNumbers: ['15550100', 15550101],
					portalRole: 'member',
					primaryPhoneNumber: 15550101,
				},
			},
			then: ({ sim, json: [created] }) =>
				expect(sim.state.contacts.get(created.id as string)).toMatchObject({
					account_id: globex,
					avatar_url: 'https://acme.example/zoe.png',
					custom_fields: { job_title: { value: 'Buyer' }, interests: { values: ['beta'] } },
					phone_numbers: ['15550100', '15550101'],
					primary_phone_number: '15550101',
					portal_role: 'member',
				}),
		},
		wrong: [
			{ parameters: { name: 'Zoe', email: '' }, message: "'Email' is empty" },
			{ parameters: { name: '', email: 'zoe@acme.example' }, message: "'Name' is empty" },
		],
	},
	importIssue: {
		least: {
			parameters: least,
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({
					title: 'Export stops',
					state: 'closed',
					messages: [{ body_html: '<p>The export stops.</p>', is_private: false }],
				});
				expect(sim.state.issues.get(created.id as string)).toMatchObject({
					title: 'Export stops',
					state: 'closed',
				});
			},
		},
		all: [
			{
				timezone: 'Europe/Berlin',
				parameters: {
					...least,
					messages,
					messageFormat: 'plainText',
					output: 'raw',
					customFields: byHand({ root_cause: 'quota' }),
					additionalFields: {
						accountId: byId(globex),
						assigneeId: byId(nora),
						attachmentUrls: 'https://files.example.com/c.png',
						createdAt: '2024-02-01T09:00:00',
						customFieldsJson: { platforms: ['web'] },
						externalIssues: { externalIssue: [{ externalIssueId: 'ENG-7', source: 'jira' }] },
						firstResponseTime: '2024-02-01T10:00:00',
						intercomConversationId: 'ic-1',
						issueNumber: 17,
						requesterId: byId(carla),
						resolutionTime: '2024-02-03T10:00:00',
						tags: 'billing, bug',
						teamId: byId(seedIds.teams.support),
						updatedAt: '2024-02-04',
						zendeskTicketId: 4711,
					},
				},
				then: ({ sim, json: [created], sent }) => {
					expect((sent.body as { messages: unknown }).messages).toEqual(sentMessages);
					expect(created).toMatchObject({
						number: 17,
						external_issues: [{ external_id: 'ENG-7', source: 'jira' }],
					});
					const issue = sim.state.issues.get(created.id as string);
					expect(issue).toMatchObject({
						number: 17,
						account_id: globex,
						assignee_id: nora,
						requester_id: carla,
						team_id: seedIds.teams.support,
						tags: ['billing', 'bug'],
						attachment_urls: ['https://files.example.com/c.png'],
						custom_fields: { root_cause: { value: 'quota' }, platforms: { values: ['web'] } },
						external_refs: { intercom_conversation_id: 'ic-1', zendesk_ticket_id: '4711' },
						created_at: '2024-02-01T08:00:00.000Z',
						updated_at: '2024-02-03T23:00:00.000Z',
						first_response_time: '2024-02-01T09:00:00.000Z',
						resolution_time: '2024-02-03T09:00:00.000Z',
					});
					const added = [...sim.state.messages.values()].filter(
						({ issue_id }) => issue_id === created.id,
					);
					expect(added).toMatchObject([
						{
							author: { contact_id: carla },
							is_private: false,
							file_urls: ['https://files.example.com/a.png'],
						},
						{ author: { user_id: nora }, is_private: true, created_at: '2024-02-01T08:30:00.000Z' },
					]);
				},
			},
			{
				item: {
					json: {
						list: [{ body_html: '<p>One</p>', is_private: true }, { body_html: '<p>Two</p>' }],
					},
				},
				parameters: {
					title: 'Export stops',
					state: 'on_hold',
					messagesFrom: 'json',
					messagesJson: '={{ $json.list }}',
				},
				then: ({ sim, json: [created] }) =>
					expect(
						[...sim.state.messages.values()].filter(({ issue_id }) => issue_id === created.id),
					).toMatchObject([
						{ message_html: '<p>One</p>', is_private: true },
						{ message_html: '<p>Two</p>', is_private: false },
					]),
			},
		],
		wrong: [
			{ parameters: { ...least, title: '' }, message: "'Title' is empty" },
			{ parameters: { ...least, state: '' }, message: "'State Name or ID' is empty" },
			{
				parameters: { ...least, additionalFields: { issueNumber: 0 } },
				message: "'Issue Number' has to be a whole number",
			},
			{
				parameters: { ...least, additionalFields: { resolutionTime: 'later' } },
				message: "'Resolution Time'",
			},
			{
				parameters: { ...least, additionalFields: { ifEmpty: 'refuse', zendeskTicketId: '' } },
				message: "'Zendesk Ticket ID' is empty",
			},
			...wrongMessages.map(({ message: sentence, ...part }) => ({
				parameters: { ...least, ...part },
				message: sentence,
			})),
		],
	},
});
