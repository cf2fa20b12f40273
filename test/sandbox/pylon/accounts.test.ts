import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();
const { globex, initech, initechDuplicate, bluebird, cedar } = seedIds.accounts;
const patch = (id: string, body: unknown) => bench().call('PATCH', `/accounts/${id}`, body);
const merge = (into: string, ids: string[]) =>
	bench().call('POST', '/accounts/merge', { merge_into_account_id: into, merge_account_ids: ids });

test('an account is found by its id and by its external id', async () => {
	const { data } = (await bench().get('/accounts/crm-globex')).body;
	expect(data).toMatchObject({
		id: globex,
		name: 'Globex',
		type: 'customer',
		domain: 'globex.example',
		owner: { id: seedIds.users.nora },
		custom_fields: { plan: { value: 'enterprise' } },
	});
	expect((await bench().get(`/accounts/${globex}`)).body.data).toEqual(data);
	expectRefusal(await bench().get('/accounts/none'), 404, 'Account not found!');
});

test('an account is created; account_type is read back as type', async () => {
	const { body, status } = await bench().call('POST', '/accounts', {
		name: 'Juniper',
		account_type: 'partner',
		domains: ['juniper.example', 'juniper-labs.example'],
		primary_domain: 'juniper-labs.example',
		subaccount_ids: [cedar],
		tags: ['vip'],
		channels: [{ source: 'slack', channel_id: 'C1', is_primary: true }],
	});
	expect(status).toBe(200);
	expect(body.data).toMatchObject({
		type: 'partner',
		domain: 'juniper-labs.example',
		subaccount_ids: [cedar],
		tags: ['vip'],
	});
	expect((await bench().get(`/accounts/${cedar}`)).body.data.parent_account_id).toBe(body.data.id);
	const plain = await bench().call('POST', '/accounts', { name: 'Plain', domain: 'plain.example' });
	expect(plain.body.data).toMatchObject({
		type: 'customer',
		domains: ['plain.example'],
		primary_domain: 'plain.example',
	});
});

test.each([
	[{ name: '' }, 'name: must not be empty'],
	[
		{ name: 'A', domains: ['https://a.example'] },
		'domains: "https://a.example" is not a bare host name',
	],
	[{ name: 'A', domains: ['a.example'] }, 'primary_domain: is needed when there are domains'],
	[
		{ name: 'A', domains: ['a.example'], primary_domain: 'b.example' },
		'primary_domain: is not one of domains',
	],
	[{ name: 'A', owner_id: 'nobody' }, 'owner_id: user "nobody" not found'],
	[{ name: 'A', subaccount_ids: ['none'] }, 'subaccount_ids: account "none" not found'],
])('creating %j is refused', async (body, text) => {
	const { size } = bench().sim.state.accounts;
	expectRefusal(await bench().call('POST', '/accounts', body), 400, text);
	expect(bench().sim.state.accounts.size).toBe(size);
});

test('a domain or external id that is taken is refused with the id of its owner', async () => {
	const domain = await bench().call('POST', '/accounts', {
		name: 'Copy',
		domain: 'globex.example',
	});
	expect(domain).toMatchObject({ status: 400, body: { exists_id: globex } });
	const external = await patch(initech, {
		external_ids: [{ external_id: 'crm-globex', label: 'crm' }],
	});
	expect(external).toMatchObject({ status: 400, body: { exists_id: globex } });
});

test('an update replaces lists, keeps the rest, and clears the owner with an empty text', async () => {
	const { data } = (
		await patch('crm-globex', {
			tags: ['gold'],
			owner_id: '',
			is_disabled: true,
			account_type: 'partner',
		})
	).body;
	expect(data).toMatchObject({
		name: 'Globex',
		tags: ['gold'],
		owner: null,
		is_disabled: true,
		type: 'partner',
		domains: ['globex.example'],
	});
	expect((await patch(globex, { domains: [] })).body.data.primary_domain).toBeNull();
	expectRefusal(
		await patch(globex, { account_type: 'internal' }),
		400,
		'account_type: must be equal to one of the allowed values',
	);
	expectRefusal(await patch(globex, { domain: 'x.example' }), 400, 'domain is not a known field');
	expectRefusal(
		await patch(globex, { subaccount_ids: [globex] }),
		400,
		'subaccount_ids: an account cannot be its own child',
	);
});

test('a deleted account leaves its contacts and issues without one', async () => {
	expect((await bench().call('DELETE', '/accounts/crm-globex')).status).toBe(200);
	expect((await bench().get(`/contacts/${seedIds.contacts.carla}`)).body.data.account).toBeNull();
	expect((await bench().get('/issues/102')).body.data.account).toBeNull();
});

describe('bulk update', () => {
	const update = (body: unknown) => bench().call('PATCH', '/accounts', body);
	const tagsOf = (id: string) => bench().sim.state.accounts.get(id)?.tags;

	test.each([
		['append_only', ['vip', 'new']],
		['remove_only', []],
		['replace', ['new', 'vip']],
		[undefined, ['new', 'vip']],
	])('tags with mode %s', async (tags_apply_mode, expected) => {
		const { body } = await update({ account_ids: [globex], tags: ['new', 'vip'], tags_apply_mode });
		expect(body).toEqual({ success: true, request_id: body.request_id });
		expect(tagsOf(globex)).toEqual(expected);
	});

	test('one unknown account stops all of it', async () => {
		expectRefusal(
			await update({ account_ids: [globex, 'none'], tags: [] }),
			400,
			'account_ids: account "none" not found',
		);
		expect(tagsOf(globex)).toEqual(['vip']);
	});

	test('1 to 100 accounts', async () => {
		expectRefusal(
			await update({ account_ids: [] }),
			400,
			'account_ids: must NOT have fewer than 1 items',
		);
		expectRefusal(
			await update({ account_ids: Array(101).fill(globex) }),
			400,
			'account_ids: must NOT have more than 100 items',
		);
	});

	test('owner, type and custom fields', async () => {
		await update({
			account_ids: [globex, initech],
			owner_id: '',
			account_type: 'partner',
			custom_fields: [{ slug: 'plan', value: 'free' }],
		});
		expect(bench().sim.state.accounts.get(initech)).toMatchObject({
			owner_id: null,
			type: 'partner',
			custom_fields: { plan: { value: 'free' } },
		});
	});
});

describe('merge', () => {
	test('contacts and issues move, tags and custom fields of the merged are lost, the merged vanish', async () => {
		const issues = [...bench().sim.state.issues.values()].filter(
			(issue) => issue.account_id === initechDuplicate,
		);
		const { body, status } = await merge(initech, [initechDuplicate, cedar]);
		expect(status).toBe(200);
		expect(body.data).toMatchObject({
			id: initech,
			tags: ['trial'],
			custom_fields: { plan: { value: 'team' } },
		});
		expect(body.data.domains).toEqual(['initech.example', 'old.initech.example', 'cedar.example']);
		const { contacts, issues: stored, accounts } = bench().sim.state;
		expect([...contacts.values()].filter((contact) => contact.account_id === initech)).toHaveLength(
			6,
		);
		expect(issues.map((issue) => stored.get(issue.id)?.account_id)).toEqual(
			issues.map(() => initech),
		);
		expect([accounts.has(initechDuplicate), accounts.has(cedar)]).toEqual([false, false]);
	});

	test('a missing account half-way leaves the earlier ones merged', async () => {
		const answer = await merge(initech, [initechDuplicate, 'none', cedar]);
		expectRefusal(answer, 404, 'Account not found! (merge_account_ids, "none")');
		const { accounts } = bench().sim.state;
		expect([accounts.has(initechDuplicate), accounts.has(cedar)]).toEqual([false, true]);
		expect(bench().sim.requests[0]).toMatchObject({ status: 404, processed: true });
	});

	test('an account that is given twice is missing the second time', async () => {
		expect((await merge(initech, [cedar, cedar, bluebird])).status).toBe(404);
		expect(bench().sim.state.accounts.has(bluebird)).toBe(true);
	});

	test('the survivor must exist and not be in the list, the list has 1 to 100 entries', async () => {
		expect((await merge('none', [cedar])).status).toBe(404);
		expectRefusal(
			await merge(initech, [cedar, initech]),
			400,
			'merge_account_ids: contains merge_into_account_id',
		);
		expectRefusal(
			await merge(initech, []),
			400,
			'merge_account_ids: must NOT have fewer than 1 items',
		);
		expectRefusal(
			await merge(initech, Array(101).fill(cedar)),
			400,
			'merge_account_ids: must NOT have more than 100 items',
		);
		expect(bench().sim.requests.some((request) => request.processed)).toBe(false);
		expect(bench().sim.state.accounts.has(cedar)).toBe(true);
	});
});
