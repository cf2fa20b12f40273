import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon, type Json } from './support';

const bench = withPylon();
const { nora, rosa, token } = seedIds.users;

test('GET /me names the organization and the user of the token, who has no email', async () => {
	const { data } = (await bench().get('/me')).body;
	expect(data).toEqual({
		id: bench().sim.state.organization.id,
		name: 'Northwind Support',
		user: { id: token },
	});
});

test('the issue statuses: several of category closed, none of category new called new', async () => {
	const { data } = (await bench().get('/issue-statuses')).body;
	const slugs = (data as unknown as Json[]).map((status) => status.slug);
	expect(slugs).toEqual([
		'open',
		'waiting_on_you',
		'waiting_on_customer',
		'on_hold',
		'closed',
		'nar',
		'resolved',
		'won_t_fix',
		'escalated',
		'legacy_review',
	]);
});

describe('users', () => {
	test('are listed, without the deactivated ones unless they are asked for', async () => {
		const idsOf = ({ body }: { body: Json }) =>
			(body.data as unknown as Json[]).map((user) => user.id);
		expect(idsOf(await bench().get('/users'))).not.toContain(rosa);
		expect(idsOf(await bench().get('/users?include_deactivated=true'))).toContain(rosa);
		expectRefusal(
			await bench().get('/users?include_deactivated=perhaps'),
			400,
			'include_deactivated: must be boolean',
		);
	});

	test('are read, found by email, and changed', async () => {
		expect((await bench().get(`/users/${nora}`)).body.data).toMatchObject({
			name: 'Nora Keller',
			emails: ['nora@northwind.example'],
			role: { slug: 'admin' },
			roles: [{ slug: 'admin' }],
		});
		const search = {
			filter: { field: 'email', operator: 'equals', value: 'nora@northwind.example' },
		};
		expect((await bench().call('POST', '/users/search', search)).body.data).toMatchObject([
			{ id: nora },
		]);
		expect(
			(await bench().call('PATCH', `/users/${nora}`, { status: 'away' })).body.data,
		).toMatchObject({ name: 'Nora Keller', status: 'away' });
		expectRefusal(
			await bench().call('PATCH', `/users/${nora}`, { role_id: 'boss' }),
			400,
			'role_id: role "boss" not found',
		);
		expectRefusal(await bench().get('/users/nobody'), 404, 'User not found!');
	});
});

describe('teams', () => {
	test('are listed, read, created and changed; the members are replaced', async () => {
		expect((await bench().get('/teams')).body.data).toHaveLength(2);
		const { data } = (
			await bench().call('POST', '/teams', { name: 'Night shift', user_ids: [nora] })
		).body;
		expect(data.users).toEqual([{ id: nora }]);
		expect((await bench().call('PATCH', `/teams/${data.id}`, { user_ids: [] })).body.data).toEqual({
			id: data.id,
			name: 'Night shift',
			users: [],
		});
		expect((await bench().get(`/teams/${data.id}`)).body.data.name).toBe('Night shift');
	});

	test('need a name and users that exist', async () => {
		expectRefusal(await bench().call('POST', '/teams', {}), 400, 'name: must not be empty');
		expectRefusal(
			await bench().call('POST', '/teams', { name: 'A', user_ids: ['x'] }),
			400,
			'user_ids: user "x" not found',
		);
		expectRefusal(await bench().get('/teams/none'), 404, 'Team not found!');
	});
});

describe('tags', () => {
	test('are listed, read and created; one text per object type', async () => {
		expect((await bench().get('/tags')).body.data).toEqual(
			expect.arrayContaining([expect.objectContaining({ id: seedIds.tags.vip })]),
		);
		expect((await bench().get(`/tags/${seedIds.tags.vip}`)).body.data).toMatchObject({
			value: 'vip',
			object_type: 'account',
		});
		const again = await bench().call('POST', '/tags', { object_type: 'account', value: 'vip' });
		expect(again).toMatchObject({ status: 400, body: { exists_id: seedIds.tags.vip } });
		expect(
			(
				await bench().call('POST', '/tags', {
					object_type: 'article',
					value: 'vip',
					hex_color: '#ffffff',
				})
			).status,
		).toBe(200);
		expectRefusal(
			await bench().call('POST', '/tags', { object_type: 'contact', value: 'x' }),
			400,
			'object_type: must be equal to one of',
		);
		expectRefusal(await bench().get('/tags/none'), 404, 'Tag not found!');
	});

	test('renaming and deleting one reaches the records that carry it', async () => {
		const { sim } = bench();
		await bench().call('PATCH', `/tags/${seedIds.tags.vip}`, { value: 'gold' });
		expect(sim.state.accounts.get(seedIds.accounts.globex)?.tags).toEqual(['gold']);
		expect((await bench().call('DELETE', `/tags/${seedIds.tags.vip}`)).status).toBe(200);
		expect(sim.state.accounts.get(seedIds.accounts.globex)?.tags).toEqual([]);
		await bench().call('DELETE', `/tags/${seedIds.tags.billing}`);
		expect(sim.state.issues.get(seedIds.issues.globex)?.tags).toEqual([]);
		await bench().call('PATCH', '/tags/none', { value: 'x' });
		expect(sim.requests.at(-1)?.status).toBe(404);
	});
});

test('the requester of an issue can be a user, whom no contact has the ID of', async () => {
	const { requester } = (await bench().get(`/issues/${seedIds.issues.byUser}`)).body.data;
	expect(requester).toEqual({ id: seedIds.users.omar });
	expect((await bench().get(`/contacts/${requester.id}`)).status).toBe(404);
	expect((await bench().get(`/users/${requester.id}`)).body.data).toMatchObject({
		name: 'Omar Said',
		email: 'omar@northwind.example',
	});
});
