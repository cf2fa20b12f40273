import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber, messageIdOf } from './support/messages';

const { initech } = seedIds.issues;
const { nora, token } = seedIds.users;
const { dmitri } = seedIds.contacts;

const file = 'https://assets.northwind.example/log.txt';
const log = {
	data: {
		data: Buffer.from('line 1').toString('base64'),
		fileName: 'log.txt',
		mimeType: 'text/plain',
	},
};
const reply = (sim: SimulatedPylon) => ({
	issueId: byId(initech),
	messageToAnswer: 'specific',
	messageId: byId(messageIdOf(sim, initech)),
	message: 'Please try again.',
	toEmails: 'dmitri@initech.example',
});

describeOperations(issuePart('reply'), {
	reply: {
		least: {
			parameters: { issueId: byId(initech), message: 'Please try again.' },
			then: ({ sim, json: [created], requests, sent }) => {
				expect(requests.map(({ operationId }) => operationId)).toEqual([
					'getIssueMessages',
					'searchContacts',
					'getUsers',
					'createIssueReply',
				]);
				expect(sent.body).toEqual({
					message_id: messageIdOf(sim, initech),
					body_html: '<p>Please try again.</p>',
					email_info: { to_emails: ['dmitri@initech.example'] },
				});
				expect(created).toEqual({
					id: expect.any(String),
					issue_id: initech,
					delivery: {
						sent_as: 'reply',
						message_id: messageIdOf(sim, initech),
						channel: 'email',
						to_emails: ['dmitri@initech.example'],
					},
				});
				expect(sim.state.messages.get(created.id as string)).toMatchObject({
					is_private: false,
					author: { user_id: token },
					source: 'email',
					email_info: { to_emails: ['dmitri@initech.example'], cc_emails: [] },
				});
			},
		},
		all: [
			{
				parameters: {
					issueId: byId(initech),
					messageToAnswer: 'latest',
					message: 'See the log.',
					messageFormat: 'plainText',
					additionalFields: {
						noVisibleMessage: 'refuse',
						binaryPropertyNames: 'data',
						attachmentUrls: file,
					},
				},
				item: { json: {}, binary: log },
				then: ({ sim, json: [created], requests }) => {
					expect(requests.map(({ operationId }) => operationId)).toEqual([
						'getIssueMessages',
						'searchContacts',
						'getUsers',
						'createAttachment',
						'createIssueReply',
					]);
					const urls = sim.state.messages.get(created.id as string)?.file_urls ?? [];
					expect(urls).toEqual([file, expect.stringContaining('log.txt')]);
				},
			},
			{
				parameters: reply,
				then: ({ json: [created], requests, sim }) => {
					expect(requests.map(({ operationId }) => operationId)).toEqual(['createIssueReply']);
					expect(created.delivery).toEqual({
						sent_as: 'reply',
						message_id: messageIdOf(sim, initech),
						to_emails: ['dmitri@initech.example'],
					});
				},
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					issueId: byNumber(103),
					toEmails: '={{ ["dmitri@initech.example", "grace@initech.example"] }}',
					additionalFields: {
						attachmentUrls: file,
						authorUserId: byId(nora),
						bccEmails: 'archive@northwind.example',
						ccEmails: 'a@initech.example, b@initech.example',
						customSource: {
							source: {
								externalId: 'post-42',
								createdAt: '2026-01-02T03:04',
								metadata: '{"channel":"forum"}',
							},
						},
					},
				}),
				timezone: 'Europe/Berlin',
				then: ({ sim, json: [created] }) =>
					expect(sim.state.messages.get(created.id as string)).toMatchObject({
						author: { user_id: nora },
						file_urls: [file],
						email_info: {
							to_emails: ['dmitri@initech.example', 'grace@initech.example'],
							cc_emails: ['a@initech.example', 'b@initech.example'],
							bcc_emails: ['archive@northwind.example'],
						},
						custom_source: {
							external_id: 'post-42',
							created_at: '2026-01-02T02:04:00Z',
							metadata: { channel: 'forum' },
						},
					}),
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					toEmails: '',
					additionalFields: { authorContactId: byId(dmitri), ccEmails: 'a@initech.example' },
				}),
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({ email_info: { cc_emails: ['a@initech.example'] } });
					expect(sim.state.messages.get(created.id as string)?.author).toEqual({
						contact_id: dmitri,
					});
				},
			},
		],
		wrong: [
			{ parameters: (sim) => ({ ...reply(sim), message: '' }), message: "'Message' is empty" },
			{
				parameters: (sim) => ({ ...reply(sim), messageId: byId('') }),
				message: "'Specific Message' is empty",
			},
			{
				parameters: (sim) => ({ ...reply(sim), toEmails: '={{ $json.none }}' }),
				message: "The expression in 'To' returns nothing",
			},
			{
				parameters: {
					issueId: byId(initech),
					message: 'a',
					additionalFields: { binaryPropertyNames: 'data' },
				},
				message: "The incoming item has no file 'data'",
			},
			{
				parameters: {
					issueId: byId(initech),
					message: 'a',
					additionalFields: { noVisibleMessage: 'note', authorContactId: byId(dmitri) },
				},
				message: "'Author (Contact)' cannot be used with an internal note",
			},
			{
				parameters: {
					issueId: byId(initech),
					message: 'a',
					additionalFields: {
						noVisibleMessage: 'note',
						customSource: { source: { externalId: 'a' } },
					},
				},
				message: "'Custom Source' cannot be used with an internal note",
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					additionalFields: { authorContactId: byId(dmitri), authorUserId: byId(nora) },
				}),
				message: "'Author (Contact)' and 'Author (User)' cannot be used together",
			},
			{
				parameters: (sim) => ({ ...reply(sim), toEmails: 'Dmitri' }),
				message: "'To' contains something that is not an email address",
			},
			{
				parameters: (sim) => ({ ...reply(sim), additionalFields: { bccEmails: 'a@b c' } }),
				message: "'BCC' contains something that is not an email address",
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					additionalFields: { ifEmpty: 'refuse', customSource: { source: { externalId: '' } } },
				}),
				message: "'External ID' is empty",
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					additionalFields: { customSource: { source: { externalId: 'a', metadata: '[1]' } } },
				}),
				message: "'Metadata' has to be a JSON object",
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					additionalFields: { customSource: { source: { externalId: 'a', metadata: '{' } } },
				}),
				message: "'Metadata' is not JSON",
			},
			{
				parameters: (sim) => ({
					...reply(sim),
					additionalFields: { customSource: { source: { externalId: 'a', createdAt: 'soon' } } },
				}),
				message: "'Created At' is not a date and time",
			},
		],
	},
});
