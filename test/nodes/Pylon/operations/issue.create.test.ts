import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { messagesOf } from './support/messages';

const { globex } = seedIds.accounts;
const { carla } = seedIds.contacts;
const { nora, omar, token } = seedIds.users;
const { support } = seedIds.teams;

const byEmail = (value: string) => ({ __rl: true, mode: 'email', value });
const file = 'https://assets.northwind.example/log.txt';
const least = { title: 'Hello', message: 'Hello', requesterId: byId(carla) };
const byMail = { ...least, delivery: 'email', fromEmail: 'support@northwind.example' };
const template = {
	whatsappAppId: 'app-1',
	whatsappTemplateName: 'hello',
	whatsappTemplateLanguage: 'en',
};
const whatsapp = { ...least, delivery: 'whatsapp', ...template };

describeOperations(issuePart('create'), {
	create: {
		least: {
			parameters: least,
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({
					title: 'Hello',
					body_html: '<p>Hello</p>',
					requester_id: carla,
				});
				expect(sim.state.issues.get(created.id as string)).toMatchObject({
					requester_id: carla,
					account_id: globex,
					source: 'manual',
				});
				expect(messagesOf(sim, created.id as string)).toMatchObject([
					{ is_private: true, message_html: '<p>Hello</p>', author: { user_id: token } },
				]);
			},
		},
		all: [
			{
				parameters: {
					...byMail,
					messageFormat: 'plainText',
					accountId: byId(globex),
					bccEmails: 'archive@northwind.example',
					ccEmails: 'a@globex.example, b@globex.example',
					output: 'raw',
					customFields: byHand({ root_cause: 'cache' }),
					additionalFields: {
						assigneeId: byId(omar),
						attachmentUrls: [file],
						authorUnverified: true,
						authorUserId: byId(nora),
						binaryPropertyNames: '',
						createdAt: '2026-01-02 03:04',
						customFieldsJson: { platforms: ['web', 'ios'], affected_seats: null },
						customerPortalVisible: true,
						priority: 'urgent',
						requesterAvatarUrl: 'https://example.com/carla.png',
						requesterName: 'Carla Diaz',
						tags: 'billing, urgent',
						teamId: byId(support),
					},
				},
				timezone: 'America/New_York',
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({
						requester_avatar_url: 'https://example.com/carla.png',
						requester_name: 'Carla Diaz',
					});
					expect(sim.state.issues.get(created.id as string)).toMatchObject({
						account_id: globex,
						requester_id: carla,
						assignee_id: omar,
						team_id: support,
						tags: ['billing', 'urgent'],
						attachment_urls: [file],
						author_unverified: true,
						customer_portal_visible: true,
						created_at: '2026-01-02T08:04:00.000Z',
						source: 'email',
						custom_fields: {
							root_cause: { value: 'cache' },
							platforms: { value: '', values: ['web', 'ios'] },
							priority: { value: 'urgent' },
						},
					});
					expect(messagesOf(sim, created.id as string)).toMatchObject([
						{
							is_private: false,
							author: { user_id: nora },
							email_info: {
								from_email: 'support@northwind.example',
								to_emails: ['carla@globex.example'],
								cc_emails: ['a@globex.example', 'b@globex.example'],
								bcc_emails: ['archive@northwind.example'],
							},
						},
					]);
				},
			},
			{
				parameters: {
					...least,
					requesterId: byEmail('new@globex.example'),
					delivery: 'in_app_chat',
					chatWidgetAppId: 'app-1',
					additionalFields: { authorContactId: byId(carla), requesterName: 'Nele Neu' },
				},
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({
						requester_email: 'new@globex.example',
						contact_id: carla,
						destination_metadata: { destination: 'in_app_chat', chat_widget_app_id: 'app-1' },
					});
					const requester = sim.state.issues.get(created.id as string)?.requester_id as string;
					expect(sim.state.contacts.get(requester)).toMatchObject({
						name: 'Nele Neu',
						emails: ['new@globex.example'],
					});
				},
			},
			{
				parameters: { ...least, delivery: 'in_app_chat' },
				then: ({ sent }) =>
					expect(sent.body).toMatchObject({ destination_metadata: { destination: 'in_app_chat' } }),
			},
			...['slack', 'customer_portal'].map((delivery) => ({
				parameters: { ...least, delivery },
				then: ({ sent }: { sent: { body?: unknown } }) =>
					expect(sent.body).toMatchObject({ destination_metadata: { destination: delivery } }),
			})),
			{
				parameters: { ...least, delivery: 'sms', smsPhoneNumberId: 42 },
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({
						destination_metadata: { destination: 'sms', from_sms_phone_number_id: '42' },
					});
					expect(sim.state.issues.get(created.id as string)?.source).toBe('sms');
				},
			},
			{
				parameters: whatsapp,
				then: ({ sent }) =>
					expect(sent.body).toMatchObject({
						destination_metadata: {
							destination: 'whatsapp',
							whatsapp_app_id: 'app-1',
							whatsapp_message_template_name: 'hello',
							whatsapp_message_template_language: 'en',
						},
					}),
			},
			{
				parameters: { title: 5, message: true, accountId: byId(globex) },
				then: ({ sent }) =>
					expect(sent.body).toEqual({ title: '5', body_html: '<p>true</p>', account_id: globex }),
			},
		],
		wrong: [
			{
				parameters: { title: 'Hello', message: 'Hello' },
				message: "'Account' and 'Requester' are both empty",
			},
			{
				parameters: { ...least, requesterId: byId('={{ $json.none }}') },
				message: "'Account' and 'Requester' are both empty",
			},
			{ parameters: { ...least, title: '  ' }, message: "'Title' is empty" },
			{ parameters: { ...least, title: '={{ null }}' }, message: "'Title' is empty" },
			{ parameters: { ...least, title: '={{ { a: 1 } }}' }, message: "'Title' has to be text" },
			{ parameters: { ...least, message: '' }, message: "'Message' is empty" },
			{
				parameters: { ...least, requesterId: byEmail('carla') },
				message: "'Requester' is not an email address",
			},
			{ parameters: { ...byMail, fromEmail: '' }, message: "'From Email' is empty" },
			{
				parameters: { ...byMail, ccEmails: 'a@globex.example; b' },
				message: "'CC' contains something that is not an email address",
			},
			{
				parameters: { ...byMail, ccEmails: '={{ [{}] }}' },
				message: "'CC' has an entry that is neither text nor number",
			},
			{
				parameters: { ...byMail, bccEmails: '={{ ({ a: 1 }) }}' },
				message: "'BCC' has to be a list",
			},
			{ parameters: { ...least, delivery: 'sms' }, message: "'From SMS Phone Number ID' is empty" },
			{ parameters: { ...whatsapp, whatsappAppId: ' ' }, message: "'WhatsApp App ID' is empty" },
			{
				parameters: { ...whatsapp, whatsappTemplateName: '={{ null }}' },
				message: "'Template Name' is empty",
			},
			{
				parameters: { ...whatsapp, whatsappTemplateLanguage: '={{ ["en"] }}' },
				message: "'Template Language' has to be text",
			},
			{
				parameters: {
					...byMail,
					additionalFields: { authorContactId: byId(carla), authorUserId: byId(nora) },
				},
				message: "'Author (Contact)' and 'Author (User)' cannot be used together",
			},
			{
				parameters: { ...least, additionalFields: { authorContactId: byId(carla) } },
				message: "'Author (Contact)' needs a 'Delivery'",
			},
			{
				parameters: { ...least, additionalFields: { createdAt: 'soon' } },
				message: "'Created At' is not a date and time",
			},
			{
				parameters: { ...least, additionalFields: { ifEmpty: 'refuse', createdAt: '' } },
				message: "'Created At' is empty",
			},
			{
				parameters: { ...least, additionalFields: { ifEmpty: 'refuse', assigneeId: byId('') } },
				message: "'Assignee' is empty",
			},
			{
				parameters: { ...least, additionalFields: { tags: '={{ [null] }}' } },
				message: "'Tag Names or IDs' has an entry",
			},
			{
				parameters: { ...least, customFields: '={{ $json.none }}' },
				message: "The expression in 'Custom Fields' returns nothing",
			},
		],
	},
});
