import { contact } from '../../../../nodes/Pylon/operations/contact';
import { seedIds } from '../../../../sandbox/pylon';
import { added } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { beside, everyField, profile, stored } from './support/contactFields';
import { only } from './support/parts';

const { globex, initech } = seedIds.accounts;
const { ada, carla } = seedIds.contacts;
const byExternalId = (value: string) => ({ __rl: true, mode: 'externalId', value });

describeOperations(only(contact, 'setAccount', 'upsert'), {
	setAccount: {
		least: {
			parameters: { contactId: byId(ada), accountId: byId(globex) },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ account_id: globex });
				expect(changed.account_id).toBe(globex);
				expect(sim.state.contacts.get(ada)).toMatchObject({
					account_id: globex,
					name: 'Ada Example',
				});
			},
		},
		all: [
			{
				parameters: {
					contactId: byExternalId('crm-carla'),
					target: 'account',
					accountId: byExternalId('crm-initech'),
				},
				then: ({ sim, sent }) => {
					expect(sent.body).toEqual({ account_external_id: 'crm-initech' });
					expect(sim.state.contacts.get(carla)?.account_id).toBe(initech);
				},
			},
			{
				parameters: { contactId: byId(carla), target: 'none', output: 'raw' },
				then: ({ sim, json: [changed], sent }) => {
					expect(sent.body).toEqual({ account_id: '' });
					expect(changed.account).toBeNull();
					expect(sim.state.contacts.get(carla)?.account_id).toBeNull();
				},
			},
		],
		wrong: [
			{ parameters: { contactId: byId(ada), accountId: byId('') }, message: "'Account' is empty" },
			{
				parameters: { contactId: byId(''), accountId: byId(globex) },
				message: "'Contact' is empty",
			},
		],
		notOffered: Object.fromEntries(
			[
				'avatar_url',
				'custom_fields',
				'email',
				'emails',
				'external_ids',
				'name',
				'phone_numbers',
				'portal_role',
				'portal_role_id',
				'primary_phone_number',
			].map((name) => [name, "what 'Update' is for"]),
		),
	},
	upsert: {
		least: {
			parameters: { email: 'carla@globex.example', name: 'Carla D.' },
			then: ({ sim, json: [changed], requests, sent }) => {
				expect(requests).toHaveLength(2);
				expect(sent.body).toEqual({ name: 'Carla D.' });
				expect(changed).toMatchObject({ id: carla, name: 'Carla D.', created: false });
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
					externalId: 4711,
					email: 'zoe@acme.example',
					name: 'Zoe Example',
					matchBy: ['externalId', 'email'],
					ifSeveralMatch: 'allAgree',
					...beside,
					accountId: byId(globex),
					additionalFields: {
						...profile,
						externalIdLabel: 'crm',
						phoneNumbers: added(everyField.phoneNumbers),
					},
				},
				then: ({ sim, json: [created] }) => {
					const expected = {
						...stored,
						name: 'Zoe Example',
						external_ids: [{ external_id: '4711', label: 'crm' }],
					};
					expect(created).toMatchObject({ ...expected, account: { id: globex }, created: true });
					expect(sim.state.contacts.get(created.id as string)).toMatchObject({
						...expected,
						account_id: globex,
					});
				},
			},
			{
				parameters: ({ state }) => ({
					email: 'zoe@acme.example',
					name: 'Zoe Example',
					accountId: byExternalId('crm-initech'),
					additionalFields: {
						portalRoleId: [...state.portalRoles.keys()][0],
					},
				}),
				then: ({ json: [created] }) =>
					expect(created).toMatchObject({ account_id: initech, created: true }),
			},
		],
		wrong: [
			{
				parameters: { name: 'Zoe' },
				message: "There is no identifier to match by: 'External ID', 'Email' are empty",
			},
			{
				parameters: { externalId: 'a', matchBy: ['email'] },
				message: "There is no identifier to match by: 'Email' is empty",
			},
			{ parameters: { email: 'zoe' }, message: "'Email' is not an email address" },
			{ parameters: { externalId: '..' }, message: "'External ID' cannot be '..'" },
			{ parameters: { email: 'zoe@acme.example', matchBy: [] }, message: "'Match By' is empty" },
			{
				parameters: { email: 'zoe@acme.example', matchBy: '={{ ["phone"] }}' },
				message: "'Match By' has an unknown identifier",
			},
			{
				parameters: { email: 'zoe@acme.example', ifSeveralMatch: '={{ "any" }}' },
				message: `'If Several Match' cannot be "any"`,
			},
			{
				parameters: {
					email: 'zoe@acme.example',
					additionalFields: { phoneNumbers: added('555-CALL') },
				},
				message: "'Phone Numbers' contains",
			},
		],
	},
});
