import { importing } from '../../../../nodes/Pylon/operations/import';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';

const { globex } = seedIds.accounts;
const { carla } = seedIds.contacts;
const { nora } = seedIds.users;
const { first } = seedIds.issues;

const message = { message: 'The export stops.' };
const oneMessage = { messages: { message: [message] } };
const least = { title: 'Export stops', state: 'closed', ...oneMessage };

/** Between them every field of a message. */
const messages = {
	message: [
		{
			message: 'The export stops.',
			contactId: carla,
			createdAt: '2024-02-01T09:00:00',
			isPrivate: false,
			attachmentUrls: 'https://files.example.com/a.png, https://gone.invalid/b.png',
			userId: '',
		},
		{
			message: 'Known, see the wiki.',
			userId: nora,
			createdAt: '2024-02-01T10:30:00+02:00',
			isPrivate: true,
		},
	],
};

const sentMessages = [
	{
		body_html: '<p>The export stops.</p>',
		is_private: false,
		contact_id: carla,
		created_at: '2024-02-01T08:00:00Z',
		attachment_urls: ['https://files.example.com/a.png', 'https://gone.invalid/b.png'],
	},
	{
		body_html: '<p>Known, see the wiki.</p>',
		is_private: true,
		user_id: nora,
		created_at: expect.stringMatching(/^2024-02-01T/),
	},
];

const wrongMessages = [
	{ messages: {}, message: "'Messages' has no message" },
	{ messages: { message: [{ message: ' ' }] }, message: "Message 1 of 'Messages' has no text" },
	{
		messages: { message: [{ ...message, contactId: carla, userId: nora }] },
		message: "Message 1 of 'Messages' has two authors",
	},
	{
		messages: { message: [message, { ...message, createdAt: 'once' }] },
		message: "'Created At of Message 2'",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"body_html":"x",}]',
		message: "'Messages (JSON)' is not JSON",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"body_html":"x","from":"me"}]',
		message: "has the unknown field 'from'",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"is_private":true}]',
		message: "Message 1 of 'Messages' has no text",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"message":"x","body_html":"x"}]',
		message: "Message 1 of 'Messages' has two texts",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"message":"a {b: [object Object]}"}]',
		message: "'Messages (JSON)' has '[object Object]' in it",
	},
	{
		messagesFrom: 'json',
		messagesJson: '["x"]',
		message: "Message 1 of 'Messages' is not an object",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"body_html":"x","is_private":"perhaps"}]',
		message: "'Private of Message 1' has to be true or false",
	},
];

describeOperations(importing, {
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
