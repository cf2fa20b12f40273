import { contact } from '../../../../nodes/Pylon/resources/contact';
import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { globex, initech } = seedIds.accounts;
const { ada, carla, dmitri } = seedIds.contacts;
const byExternalId = (value: string) => ({ __rl: true, mode: 'externalId', value });

const everyField = {
	avatarUrl: 'https://acme.example/zoe.png',
	customFields: {
		field: [
			{ slug: 'job_title', kind: 'single', value: 'Head of Support' },
			{ slug: 'interests', kind: 'multiple', values: ['beta', 'webinars'] },
			{ slug: 'department', kind: 'clear' },
		],
	},
	email: 'zoe@acme.example',
	externalIds: { externalId: [{ externalId: 4711, label: 'crm' }, { externalId: 'erp-1' }] },
	phoneNumbers: '+1 (555) 0100, 15550101',
	portalRole: 'admin',
	primaryPhoneNumber: '1-555-0101',
};

const stored = {
	avatar_url: 'https://acme.example/zoe.png',
	custom_fields: {
		job_title: { slug: 'job_title', value: 'Head of Support' },
		interests: { slug: 'interests', values: ['beta', 'webinars'] },
	},
	email: 'zoe@acme.example',
	emails: ['zoe@acme.example'],
	external_ids: [{ external_id: '4711', label: 'crm' }, { external_id: 'erp-1' }],
	phone_numbers: ['15550100', '15550101'],
	portal_role: 'admin',
	primary_phone_number: '15550101',
};

describeOperations(contact, {
	create: {
		least: {
			parameters: { name: 'Zoe Example' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ name: 'Zoe Example' });
				expect(sim.state.contacts.get(created.id as string)).toMatchObject({ name: 'Zoe Example', email: null, account_id: null });
			},
		},
		all: [
			{
				parameters: { name: 'Zoe Example', additionalFields: { ...everyField, accountId: byId(globex) } },
				then: ({ sim, json: [created] }) => {
					expect(created).toMatchObject({ ...stored, name: 'Zoe Example', account: { id: globex } });
					expect(sim.state.contacts.get(created.id as string)).toMatchObject({ ...stored, account_id: globex });
				},
			},
			{
				parameters: ({ state }) => ({
					name: 'Zoe Example',
					additionalFields: { accountId: byExternalId('crm-initech'), portalRoleId: [...state.portalRoles.keys()][0] },
				}),
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({ account_external_id: 'crm-initech' });
					expect(created).toMatchObject({ account: { id: initech }, portal_role_id: [...sim.state.portalRoles.keys()][0] });
				},
			},
		],
		wrong: [
			{ parameters: { name: ' ' }, message: "'Name' is empty" },
			{ parameters: { name: 'Zoe', additionalFields: { accountId: byId('') } }, message: "'Account' is empty" },
			{ parameters: { name: 'Zoe', additionalFields: { email: '' } }, message: "'Email' is empty" },
			{ parameters: { name: 'Zoe', additionalFields: { phoneNumbers: '555-CALL' } }, message: "'Phone Numbers' holds something that is not" },
			{
				parameters: { name: 'Zoe', additionalFields: { customFields: { field: [{ slug: '', kind: 'single', value: 'x' }] } } },
				message: "A custom field has no 'Slug'",
			},
		],
	},
	delete: {
		least: {
			parameters: { contactId: byId(carla) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.contacts.has(carla)).toBe(false);
				expect([...sim.state.issues.values()].some(({ requester_id }) => requester_id === carla)).toBe(false);
			},
		},
		all: { parameters: { contactId: dmitri }, then: ({ sim }) => expect(sim.state.contacts.has(dmitri)).toBe(false) },
		wrong: { parameters: { contactId: byId('\t') }, message: "'Contact' is empty" },
	},
	get: {
		least: {
			parameters: { contactId: byId(carla) },
			then: ({ json }) => expect(json).toMatchObject([{ id: carla, name: 'Carla Diaz', account: { id: globex } }]),
		},
		all: {
			parameters: { contactId: byExternalId('crm-carla') },
			then: ({ json: [found] }) => expect(found.id).toBe(carla),
		},
		wrong: { parameters: { contactId: byId('') }, message: "'Contact' is empty" },
	},
	getAll: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.contacts.size) },
		all: [
			{ parameters: { limit: 3 }, then: ({ json }) => expect(json).toHaveLength(3) },
			{
				before: ({ state }) => addContacts(state, 1000),
				parameters: { returnAll: true },
				then: ({ sim, json, requests }) => {
					expect(new Set(json.map(({ id }) => id)).size).toBe(sim.state.contacts.size);
					expect(requests).toHaveLength(2);
				},
			},
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
	search: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.contacts.size) },
		all: [
			{
				parameters: {
					searchText: 'carla',
					filterJson: { operator: 'or', subfilters: [{ field: 'account_id', operator: 'in', values: [globex, initech] }] },
					limit: 5,
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([carla]);
					expect(sent.body).toMatchObject({ search_text: 'carla' });
				},
			},
			{
				parameters: { returnAll: true, filterJson: '{"field":"email","operator":"string_contains","value":"@globex.example"}' },
				then: ({ json }) => expect(json).toHaveLength(3),
			},
		],
		wrong: [
			{ parameters: { filterJson: '{"field":"email","operator":"is_set"}' }, message: 'cannot use the operator' },
			{ parameters: { filterJson: '{"operator":"and","subfilters":[]}' }, message: "has a group 'and' without conditions" },
		],
	},
	setAccount: {
		least: {
			parameters: { contactId: byId(ada), accountId: byId(globex) },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ account_id: globex });
				expect(changed.account).toMatchObject({ id: globex });
				expect(sim.state.contacts.get(ada)).toMatchObject({ account_id: globex, name: 'Ada Example' });
			},
		},
		all: [
			{
				parameters: { contactId: byExternalId('crm-carla'), target: 'account', accountId: byExternalId('crm-initech') },
				then: ({ sim, sent }) => {
					expect(sent.body).toEqual({ account_external_id: 'crm-initech' });
					expect(sim.state.contacts.get(carla)?.account_id).toBe(initech);
				},
			},
			{
				parameters: { contactId: byId(carla), target: 'none' },
				then: ({ sim, json: [changed], sent }) => {
					expect(sent.body).toEqual({ account_id: '' });
					expect(changed.account).toBeNull();
					expect(sim.state.contacts.get(carla)?.account_id).toBeNull();
				},
			},
		],
		wrong: [
			{ parameters: { contactId: byId(ada), accountId: byId('') }, message: "'Account' is empty" },
			{ parameters: { contactId: byId(''), accountId: byId(globex) }, message: "'Contact' is empty" },
		],
		notOffered: Object.fromEntries(
			['avatar_url', 'custom_fields', 'email', 'emails', 'external_ids', 'name', 'phone_numbers', 'portal_role', 'portal_role_id', 'primary_phone_number'].map(
				(name) => [name, "what 'Update' is for"],
			),
		),
	},
	update: {
		least: {
			parameters: { contactId: byId(carla), updateFields: { name: 'Carla D.' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ name: 'Carla D.' });
				expect(sim.state.contacts.get(carla)).toMatchObject({ name: 'Carla D.', email: 'carla@globex.example', account_id: globex });
			},
		},
		all: [
			{
				parameters: { contactId: byId(carla), updateFields: { ...everyField, name: 'Zoe Example', accountId: byExternalId('crm-initech') } },
				then: ({ sim, json: [changed] }) => {
					expect(changed).toMatchObject({ ...stored, id: carla, name: 'Zoe Example', account: { id: initech } });
					expect(sim.state.contacts.get(carla)).toMatchObject({ ...stored, account_id: initech });
				},
			},
			{
				parameters: ({ state }) => ({
					contactId: byExternalId('crm-carla'),
					updateFields: {
						accountId: byId(initech),
						emails: { email: [{ email: 'c@globex.example' }, { email: ' carla@globex.example ', isPrimary: true }] },
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
				then: ({ sim }) => expect(sim.state.contacts.get(carla)?.portal_role_id).toBe([...sim.state.portalRoles.keys()][0]),
			},
		],
		wrong: [
			{ parameters: { contactId: byId(carla), updateFields: {} }, message: "'Update Fields' is empty" },
			{
				parameters: { contactId: byId(carla), updateFields: { email: 'a@b.example', emails: { email: [{ email: 'c@d.example' }] } } },
				message: "'Email' and 'Emails' cannot be used together",
			},
			{
				parameters: {
					contactId: byId(carla),
					updateFields: { emails: { email: [{ email: 'a@b.example', isPrimary: true }, { email: 'c@d.example', isPrimary: true }] } },
				},
				message: "'Emails' has more than one primary address",
			},
			{ parameters: { contactId: byId(carla), updateFields: { emails: { email: [{ email: '' }] } } }, message: "has no 'Address'" },
		],
	},
});
