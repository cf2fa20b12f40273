import { contact } from '../../../../nodes/Pylon/operations/contact';
import { seedIds } from '../../../../sandbox/pylon';
import { added, replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { beside, everyChange, everyField, stored } from './support/contactFields';
import { without } from './support/parts';

const { globex, initech } = seedIds.accounts;
const { carla, dmitri } = seedIds.contacts;
const byExternalId = (value: string) => ({ __rl: true, mode: 'externalId', value });

// The others: contactActions.test.ts.
describeOperations(without(contact, 'setAccount', 'upsert', 'get', 'getAll', 'search'), {
	create: {
		least: {
			parameters: { name: 'Zoe Example' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Zoe Example' });
				expect(sim.state.contacts.get(created.id as string)).toMatchObject({
					name: 'Zoe Example',
					email: null,
					account_id: null,
				});
			},
		},
		all: [
			{
				parameters: {
					name: 'Zoe Example',
					...beside,
					email: ' Zoe@acme.example ',
					accountId: byId(globex),
					additionalFields: everyField,
				},
				then: ({ sim, json: [created] }) => {
					expect(created).toMatchObject({
						...stored,
						name: 'Zoe Example',
						account: { id: globex },
					});
					expect(sim.state.contacts.get(created.id as string)).toMatchObject({
						...stored,
						account_id: globex,
					});
				},
			},
			{
				parameters: ({ state }) => ({
					name: 'Zoe Example',
					output: 'raw',
					accountId: byExternalId('crm-initech'),
					additionalFields: {
						portalRoleId: [...state.portalRoles.keys()][0],
					},
				}),
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({ account_external_id: 'crm-initech' });
					expect(created).toMatchObject({
						account: { id: initech },
						portal_role_id: [...sim.state.portalRoles.keys()][0],
					});
				},
			},
		],
		wrong: [
			{ parameters: { name: ' ' }, message: "'Name' is empty" },
			{
				parameters: { name: 'Zoe', email: 'zoe' },
				message: "'Email' is not an email address",
			},
			{
				parameters: { name: 'Zoe', additionalFields: { phoneNumbers: '555-CALL' } },
				message: "'Phone Numbers' contains something that is not",
			},
			{
				parameters: { name: 'Zoe', additionalFields: { customFieldsJson: '["x"]' } },
				message: "'Custom Fields (JSON)' has to be an object",
			},
		],
	},
	delete: {
		least: {
			parameters: { contactId: byId(carla) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.contacts.has(carla)).toBe(false);
				expect(
					[...sim.state.issues.values()].some(({ requester_id }) => requester_id === carla),
				).toBe(false);
			},
		},
		all: {
			parameters: { contactId: dmitri },
			then: ({ sim }) => expect(sim.state.contacts.has(dmitri)).toBe(false),
		},
		wrong: { parameters: { contactId: byId('\t') }, message: "'Contact' is empty" },
	},
	update: {
		least: {
			parameters: { contactId: byId(carla), updateFields: { name: 'Carla D.' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ name: 'Carla D.' });
				expect(sim.state.contacts.get(carla)).toMatchObject({
					name: 'Carla D.',
					email: 'carla@globex.example',
					account_id: globex,
				});
			},
		},
		all: [
			{
				parameters: {
					contactId: byId(carla),
					...beside,
					updateFields: {
						...everyChange,
						name: 'Zoe Example',
						accountId: byExternalId('crm-initech'),
					},
				},
				then: ({ sim, json: [changed] }) => {
					expect(changed).toMatchObject({
						...stored,
						id: carla,
						name: 'Zoe Example',
						account: { id: initech },
					});
					expect(sim.state.contacts.get(carla)).toMatchObject({ ...stored, account_id: initech });
				},
			},
			{
				parameters: ({ state }) => ({
					contactId: byExternalId('crm-carla'),
					updateFields: {
						accountId: byId(initech),
						emails: replaced({
							email: [
								{ email: 'c@globex.example' },
								{ email: ' carla@globex.example ', isPrimary: true },
							],
						}),
						portalRoleId: [...state.portalRoles.keys()][0],
					},
				}),
				then: ({ sim }) =>
					expect(sim.state.contacts.get(carla)).toMatchObject({
						email: 'carla@globex.example',
						emails: ['c@globex.example', 'carla@globex.example'],
						account_id: initech,
						portal_role_id: [...sim.state.portalRoles.keys()][0],
					}),
			},
			{
				// A role of one's own, by expression.
				item: { json: { role: 'billing_viewer' } },
				parameters: { contactId: byId(carla), updateFields: { portalRole: '={{ $json.role }}' } },
				then: ({ sim }) =>
					expect(sim.state.contacts.get(carla)?.portal_role_id).toBe(
						[...sim.state.portalRoles.keys()][0],
					),
			},
		],
		wrong: [
			{
				parameters: { contactId: byId(carla), updateFields: {} },
				message: "'Update Fields' is empty",
			},
			{
				parameters: {
					contactId: byId(carla),
					updateFields: {
						email: 'a@b.example',
						emails: added({ email: [{ email: 'c@d.example' }] }),
					},
				},
				message: "'Email' and 'Emails' cannot be used together",
			},
			{
				parameters: {
					contactId: byId(carla),
					updateFields: {
						emails: replaced({
							email: [
								{ email: 'a@b.example', isPrimary: true },
								{ email: 'c@d.example', isPrimary: true },
							],
						}),
					},
				},
				message: "'Emails' has more than one primary address",
			},
			{
				parameters: {
					contactId: byId(carla),
					updateFields: { emails: replaced({ email: [{ email: '' }] }) },
				},
				message: "has no 'Address'",
			},
		],
	},
});
