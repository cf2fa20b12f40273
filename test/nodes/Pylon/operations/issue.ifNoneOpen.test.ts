import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';

const { globex } = seedIds.accounts;
const { carla } = seedIds.contacts;
const { nora, omar } = seedIds.users;
const { support } = seedIds.teams;
const { initech } = seedIds.issues;

const least = {
	keyField: 'root_cause',
	keyValue: 'disk-full-db-1',
	title: 'Disk full',
	message: 'db-1',
	accountId: byId(globex),
};
const asked = (requests: readonly { operationId?: string }[]) =>
	requests.map(({ operationId }) => operationId);

/** Gives the issue of Initech a key, and perhaps another state. */
const withKey =
	(value: string, state = 'open', slug = 'root_cause') =>
	(sim: SimulatedPylon) => {
		const issue = sim.state.issues.get(initech);
		if (issue)
			sim.state.issues.set(initech, { ...issue, state, custom_fields: { [slug]: { value } } });
	};

describeOperations(issuePart('ifNoneOpen'), {
	createIfNoneOpen: {
		least: {
			parameters: least,
			then: ({ sim, json: [created], requests, sent }) => {
				expect(asked(requests)).toEqual([
					'getCustomFields',
					'getIssueStatuses',
					'searchIssues',
					'createIssue',
				]);
				expect(requests[2].body).toEqual({
					filter: {
						operator: 'and',
						subfilters: [
							{ field: 'root_cause', operator: 'equals', value: 'disk-full-db-1' },
							{
								field: 'state',
								operator: 'not_in',
								values: ['closed', 'nar', 'resolved', 'won_t_fix'],
							},
						],
					},
					limit: 10,
				});
				expect(sent.body).toEqual({
					title: 'Disk full',
					body_html: '<p>db-1</p>',
					account_id: globex,
					custom_fields: [{ slug: 'root_cause', value: 'disk-full-db-1' }],
				});
				expect(created).toMatchObject({
					created: true,
					title: 'Disk full',
					custom_fields: { root_cause: 'disk-full-db-1' },
				});
				expect(sim.state.issues.get(created.id as string)?.custom_fields.root_cause).toMatchObject({
					value: 'disk-full-db-1',
				});
			},
		},
		all: [
			{
				before: withKey('disk-full-db-1'),
				parameters: { ...least, output: 'raw' },
				then: ({ json, requests }) => {
					expect(json).toMatchObject([
						{ id: initech, created: false, account: { id: seedIds.accounts.initech } },
					]);
					expect(asked(requests)).toEqual(['getCustomFields', 'getIssueStatuses', 'searchIssues']);
				},
			},
			{
				before: withKey('disk-full-db-1', 'closed'),
				parameters: {
					...least,
					requesterId: byId(carla),
					delivery: 'email',
					messageFormat: 'plainText',
					fromEmail: 'support@northwind.example',
					ccEmails: 'a@globex.example',
					bccEmails: 'b@globex.example',
					customFields: byHand({ affected_seats: 3, root_cause: 'disk-full-db-1' }),
					additionalFields: {
						assigneeId: byId(omar),
						attachmentUrls: 'https://assets.northwind.example/log.txt',
						authorUnverified: true,
						authorUserId: byId(nora),
						binaryPropertyNames: '',
						createdAt: '2026-01-02 03:04',
						customFieldsJson: { platforms: ['web'] },
						customerPortalVisible: true,
						priority: 'urgent',
						requesterAvatarUrl: 'https://example.com/carla.png',
						requesterName: 'Carla Diaz',
						tags: 'billing',
						teamId: byId(support),
					},
				},
				then: ({ sim, json: [created] }) => {
					expect(created).toMatchObject({ created: true, tags: ['billing'], assignee_id: omar });
					expect(sim.state.issues.get(created.id as string)?.custom_fields).toMatchObject({
						affected_seats: { value: '3' },
						platforms: { values: ['web'] },
						root_cause: { value: 'disk-full-db-1' },
					});
				},
			},
			...(
				[
					[
						'in_app_chat',
						{ chatWidgetAppId: 'app-1', additionalFields: { authorContactId: byId(carla) } },
					],
					['sms', { smsPhoneNumberId: '42' }],
					[
						'whatsapp',
						{
							whatsappAppId: 'app-1',
							whatsappTemplateName: 'hello',
							whatsappTemplateLanguage: 'en',
						},
					],
				] as const
			).map(([delivery, more]) => ({
				parameters: {
					...least,
					requesterId: { __rl: true, mode: 'email', value: 'carla@globex.example' },
					delivery,
					...more,
				},
				then: ({ sent }: { sent: { body?: unknown } }) =>
					expect(sent.body).toMatchObject({
						destination_metadata: { destination: delivery },
						requester_email: 'carla@globex.example',
					}),
			})),
			{
				before: withKey('42.0', 'open', 'affected_seats'),
				parameters: { ...least, keyField: 'affected_seats', keyValue: 42 },
				then: ({ sent }) => expect(sent.operationId).toBe('createIssue'),
			},
		],
		wrong: [
			{ parameters: { ...least, keyField: '' }, message: "'Key Field Name or ID' is empty" },
			{ parameters: { ...least, keyValue: '={{ $json.none }}' }, message: "'Key' is empty" },
			{ parameters: { ...least, title: '' }, message: "'Title' is empty" },
			{
				parameters: { ...least, accountId: byId('') },
				message: "'Account' and 'Requester' are both empty",
			},
			{
				parameters: { ...least, customFields: byHand({ root_cause: 'other' }) },
				message: "The custom field 'root_cause' has a different value than 'Key'",
			},
			{
				parameters: { ...least, additionalFields: { authorContactId: byId(carla) } },
				message: "'Author (Contact)' needs a 'Delivery'",
			},
		],
	},
});
