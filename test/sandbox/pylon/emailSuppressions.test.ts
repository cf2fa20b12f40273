import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon, type Json } from './support';

const bench = withPylon();
const { farid, ines, tomas } = seedIds.emailSuppressions;
const idsOf = (body: Json) => (body.data as unknown as Json[] | undefined)?.map(({ id }) => id);

test('are listed latest first, page by page', async () => {
	const { body } = await bench().get('/email-suppressions');
	expect(idsOf(body)).toEqual([tomas, ines, farid]);
	expect(body.data[2]).toEqual({
		id: farid,
		email: 'farid@globex.example',
		reason: 'hard_bounce',
		bounce_details: '550 5.1.1 The mailbox does not exist',
		created_at: expect.any(String),
	});
	expect((await bench().all('/email-suppressions?limit=1')).map(({ id }) => id)).toEqual([
		tomas,
		ines,
		farid,
	]);
});

test.each(['ines@old.initech.example', 'INES@old.initech.example'])(
	'by the address %s',
	async (email) => {
		expect(idsOf((await bench().get(`/email-suppressions?email=${email}`)).body)).toEqual([ines]);
	},
);

test('an address that is not suppressed gives nothing', async () => {
	expect((await bench().get('/email-suppressions?email=carla@globex.example')).body).toEqual({
		request_id: expect.any(String),
	});
});

test('1000 are the most a page has', async () => {
	expect((await bench().get('/email-suppressions?limit=1000')).status).toBe(200);
	expectRefusal(await bench().get('/email-suppressions?limit=1001'), 400, 'limit: must be <= 1000');
	expectRefusal(await bench().get('/email-suppressions?limit=0'), 400, 'limit: must be >= 1');
});

test('a deleted one is gone, and the answer holds nothing else', async () => {
	const { body } = await bench().call('DELETE', `/email-suppressions/${ines}`);
	expect(body).toEqual({ request_id: expect.any(String) });
	expect(idsOf((await bench().get('/email-suppressions')).body)).toEqual([tomas, farid]);
	expectRefusal(
		await bench().call('DELETE', `/email-suppressions/${ines}`),
		404,
		'Email suppression not found!',
	);
});
