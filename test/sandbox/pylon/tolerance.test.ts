import { seedIds } from '../../../sandbox/pylon';
import { withPylon } from './support';

const { carla } = seedIds.contacts;

describe('as Pylon is', () => {
	const bench = withPylon({ strict: false });

	test('unknown properties are ignored wherever they are, and change nothing', async () => {
		const before = bench().sim.state.contacts.get(carla);
		const { status } = await bench().call('PATCH', `/contacts/${carla}`, {
			nmae: 'Carla D.',
			external_ids: [{ external_id: 'crm-carla', label: 'crm', externalId: 'x' }],
		});
		expect(status).toBe(200);
		expect(bench().sim.state.contacts.get(carla)).toEqual(before);
		await bench().call('PATCH', `/users/${seedIds.users.nora}`, {
			is_deactivated: true,
			status: 'away',
		});
		expect(bench().sim.state.users.get(seedIds.users.nora)).toMatchObject({
			is_deactivated: false,
			status: 'away',
		});
	});

	test('unknown parameters of a query are ignored, the cursor of a search among them', async () => {
		expect((await bench().get('/contacts?page=2')).status).toBe(200);
		const search = async (query: string, body: object) =>
			(await bench().call('POST', `/issues/search${query}`, body)).body;
		const first = await search('', { limit: 5 });
		const { cursor } = first.pagination;
		expect((await search(`?cursor=${cursor}`, { limit: 5 })).data).toEqual(first.data);
		expect((await search('', { limit: 5, cursor })).data).not.toEqual(first.data);
	});

	test('a body above 10 MiB is refused', async () => {
		const { status, body } = await bench().call('POST', '/contacts', {
			name: 'x'.repeat(10 * 1024 * 1024),
		});
		expect([status, body.code]).toEqual([413, 'payload_too_large']);
	});
});

describe.each([true, false])('strict: %s', (strict) => {
	const bench = withPylon({ strict });

	test('null for an optional property is the same as leaving it out', async () => {
		const before = bench().sim.state.contacts.get(carla);
		const { status } = await bench().call('PATCH', `/contacts/${carla}`, {
			email: null,
			account_id: null,
			custom_fields: null,
			portal_role: null,
		});
		expect(status).toBe(200);
		expect(bench().sim.state.contacts.get(carla)).toEqual(before);
	});
});
