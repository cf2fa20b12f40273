import { seedExternalIds, seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();
const { ada, carla, dmitri } = seedIds.contacts;
const { globex, initech } = seedIds.accounts;
const patch = (id: string, body: unknown) => bench().call('PATCH', `/contacts/${id}`, body);

test('a contact is found by its id and by its external id', async () => {
	expect((await bench().get(`/contacts/${ada}`)).body.data).toMatchObject({
		name: 'Ada Example',
		account: null,
	});
	const { data } = (await bench().get(`/contacts/${seedExternalIds.carla}`)).body;
	expect(data).toMatchObject({
		id: carla,
		account: { id: globex, external_ids: [{ external_id: 'crm-globex', label: 'crm' }] },
	});
	const missing = await bench().get('/contacts/nobody');
	expectRefusal(missing, 404, 'Contact not found!');
	expect(missing.body.code).toBe('not_found');
});

test('the account is set by id, by external id, and taken away by an empty text', async () => {
	expect((await patch(ada, { account_id: globex })).body.data.account.id).toBe(globex);
	expect((await patch(ada, { account_external_id: 'crm-initech' })).body.data.account.id).toBe(
		initech,
	);
	expect((await patch(ada, { account_id: '' })).body.data.account).toBeNull();
	expect(bench().sim.state.contacts.get(ada)?.account_id).toBeNull();
});

test('account_id and account_external_id exclude each other, and unknown ones are refused', async () => {
	expectRefusal(
		await patch(ada, { account_id: globex, account_external_id: 'crm-globex' }),
		400,
		'account_id: excludes account_external_id',
	);
	expectRefusal(
		await patch(ada, { account_id: 'nothing' }),
		400,
		'account_id: account "nothing" not found',
	);
	expectRefusal(
		await patch(ada, { account_external_id: 'crm-none' }),
		400,
		'account_external_id: account "crm-none" not found',
	);
	expect(bench().sim.state.contacts.get(ada)?.account_id).toBeNull();
});

test('a contact is created from its name alone, and with everything', async () => {
	const { data } = (await bench().call('POST', '/contacts', { name: 'Zoe' })).body;
	expect(data).toMatchObject({
		name: 'Zoe',
		email: null,
		emails: [],
		account: null,
		portal_role: 'no_access',
	});
	const all = await bench().call('POST', '/contacts', {
		name: 'Yan',
		email: 'yan@globex.example',
		account_external_id: 'crm-globex',
		avatar_url: 'https://pictures.example/yan.png',
		custom_fields: [
			{ slug: 'department', value: 'it' },
			{ slug: 'interests', values: ['beta'] },
		],
		external_ids: [{ external_id: 'crm-yan', label: 'crm' }],
		phone_numbers: ['4915112345', '4915167890'],
		primary_phone_number: '4915167890',
		portal_role: 'admin',
	});
	expect(all.status).toBe(200);
	expect(all.body.data).toMatchObject({
		emails: ['yan@globex.example'],
		account: { id: globex },
		custom_fields: { department: { value: 'it' }, interests: { value: '', values: ['beta'] } },
		primary_phone_number: '4915167890',
		portal_role: 'admin',
	});
	expect(bench().sim.state.contacts.has(all.body.data.id)).toBe(true);
});

test('an email or external id that is taken is refused with the id of its owner', async () => {
	const email = await bench().call('POST', '/contacts', {
		name: 'Copy',
		email: 'ADA@shared-inbox.example',
	});
	expectRefusal(email, 400, 'is already in use');
	expect(email.body.exists_id).toBe(ada);
	const external = await bench().call('POST', '/contacts', {
		name: 'Copy',
		external_ids: [{ external_id: seedExternalIds.carla }],
	});
	expect(external.body.exists_id).toBe(carla);
	expect((await patch(dmitri, { email: 'ada@shared-inbox.example' })).body.exists_id).toBe(ada);
	expect((await patch(ada, { email: 'ada@shared-inbox.example' })).status).toBe(200);
});

test('email replaces the primary address, emails the whole set', async () => {
	const set = await patch(ada, {
		emails: [{ email: 'a@x.example' }, { email: 'b@x.example', is_primary: true }],
	});
	expect(set.body.data).toMatchObject({
		email: 'b@x.example',
		emails: ['a@x.example', 'b@x.example'],
	});
	expect((await patch(ada, { email: 'c@x.example' })).body.data).toMatchObject({
		email: 'c@x.example',
		emails: ['c@x.example', 'a@x.example'],
	});
	expect((await patch(ada, { emails: [{ email: 'd@x.example' }] })).body.data.email).toBe(
		'd@x.example',
	);
	expect((await patch(ada, { emails: [] })).body.data).toMatchObject({ email: null, emails: [] });
});

test.each([
	[{ email: 'a@x.example', emails: [{ email: 'b@x.example' }] }, 'email: excludes emails'],
	[
		{
			emails: [
				{ email: 'a@x.example', is_primary: true },
				{ email: 'b@x.example', is_primary: true },
			],
		},
		'emails: only one address can be primary',
	],
	[
		{ emails: [{ email: 'a@x.example' }, { email: 'A@x.example' }] },
		'emails: an address is given twice',
	],
	[{ email: 'not an address' }, 'email: "not an address" is not an email address'],
	[{ name: '   ' }, 'name: must not be empty'],
	[{ phone_numbers: ['+49 151'] }, 'phone_numbers: "+49 151" is not 1 to 15 digits'],
	[
		{ phone_numbers: ['1'], primary_phone_number: '2' },
		'primary_phone_number: is not one of phone_numbers',
	],
	[{ portal_role: 'boss' }, 'portal_role: no portal role "boss"'],
	[{ portal_role_id: 'boss' }, 'portal_role_id: portal role "boss" not found'],
	[
		{
			external_ids: [
				{ external_id: 'a', label: 'x' },
				{ external_id: 'b', label: 'x' },
			],
		},
		'external_ids: label "x" is given twice',
	],
	[{ external_ids: [{ label: 'x' }] }, 'external_ids: external_id must not be empty'],
])('%j is refused', async (body, text) => {
	const before = bench().sim.state.contacts.get(ada);
	expectRefusal(await patch(ada, body), 400, text);
	expect(bench().sim.state.contacts.get(ada)).toBe(before);
});

test('lists replace, what is not named stays', async () => {
	await patch(carla, {
		external_ids: [{ external_id: 'new', label: 'erp' }],
		phone_numbers: ['123'],
	});
	const { data } = (await bench().get('/contacts/new')).body;
	expect(data).toMatchObject({
		id: carla,
		name: 'Carla Diaz',
		external_ids: [{ external_id: 'new', label: 'erp' }],
		primary_phone_number: '123',
	});
	expect((await bench().get(`/contacts/${seedExternalIds.carla}`)).status).toBe(404);
});

test('a custom portal role is set by slug or id', async () => {
	const role = [...bench().sim.state.portalRoles.keys()][0];
	expect((await patch(ada, { portal_role: 'billing_viewer' })).body.data.portal_role_id).toBe(role);
	expect((await patch(ada, { portal_role: 'no_access' })).body.data).toMatchObject({
		portal_role: 'no_access',
		portal_role_id: null,
	});
	expect(
		(await patch(ada, { portal_role: 'admin', portal_role_id: role })).body.data.portal_role_id,
	).toBe(role);
});

test('a deleted contact is gone, its issues stay', async () => {
	const answer = await bench().call('DELETE', `/contacts/${ada}`);
	expect(Object.keys(answer.body)).toEqual(['request_id']);
	expect((await bench().get(`/contacts/${ada}`)).status).toBe(404);
	expect((await bench().get('/issues/101')).body.data.requester).toBeNull();
	expect((await bench().call('DELETE', `/contacts/${ada}`)).status).toBe(404);
});
