import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();

const { ada, carla } = seedIds.contacts;

const { globex } = seedIds.accounts;

const patch = (id: string, body: unknown) => bench().call('PATCH', `/issues/${id}`, body);

const snooze = (id: string, until: unknown) =>
	bench().call('POST', `/issues/${id}/snooze`, { snooze_until: until });

test('an issue is found by id and by number', async () => {
	const { data } = (await bench().get('/issues/102')).body;
	expect(data).toMatchObject({
		id: seedIds.issues.globex,
		number: 102,
		account: { id: globex },
		requester: { id: carla },
	});
	expect((await bench().get(`/issues/${seedIds.issues.globex}`)).body.data).toEqual(data);
	expectRefusal(await bench().get('/issues/999'), 404, 'Issue not found!');
});

test('where the document does not list the number, only the id is taken', async () => {
	expect((await bench().get('/issues/101/messages')).status).toBe(404);
	expect((await bench().call('DELETE', '/issues/101')).status).toBe(404);
	expect((await patch('101', { title: 'New' })).status).toBe(200);
});

describe('updating', () => {
	const id = seedIds.issues.globex;

	test('changes what is named, replaces lists, keeps custom fields that are not listed', async () => {
		const { data } = (
			await patch(id, {
				title: 'New',
				state: 'escalated',
				tags: ['bug'],
				custom_fields: [{ slug: 'priority', value: 'low' }],
				assignee_id: '',
				team_id: '',
			})
		).body;
		expect(data).toMatchObject({
			title: 'New',
			state: 'escalated',
			tags: ['bug'],
			custom_fields: { priority: { value: 'low' }, product_area: { value: 'billing' } },
			assignee: null,
			team: null,
			account: { id: globex },
		});
	});

	test('closing sets the time of resolution, which stays when the issue is opened again', async () => {
		const closed = (await patch(id, { state: 'resolved' })).body.data;
		const { resolution_time, first_resolution_time, resolution_seconds } = closed;
		expect([resolution_time, first_resolution_time]).toEqual([
			closed.updated_at,
			closed.updated_at,
		]);
		expect(resolution_seconds).toBeGreaterThan(0);
		expect(Object.keys(closed.time_in_status_seconds)).toEqual(['waiting_on_you']);
		const opened = (await patch(id, { state: 'open' })).body.data;
		expect(opened).toMatchObject({ state: 'open', resolution_time, first_resolution_time });
		expect(Object.keys(opened.time_in_status_seconds)).toEqual([
			'waiting_on_you',
			'resolved',
			'open',
		]);
	});

	test('the account is cleared only together with a word on the requester', async () => {
		expectRefusal(
			await patch(id, { account_id: '' }),
			400,
			'requester_id: is needed when account_id is cleared',
		);
		expect((await patch(id, { account_id: '', requester_id: '' })).body.data).toMatchObject({
			account: null,
			requester: null,
		});
		expect((await patch(id, { requestor_id: ada })).body.data.requester.id).toBe(ada);
	});

	test.each([
		[{ priority: 'high' }, 'priority is not a known field'],
		[{ state: 'nonsense' }, 'state: no status "nonsense"'],
		[{ state: 'legacy_review' }, 'state: no status "legacy_review"'],
		[{ title: '' }, 'title: must not be empty'],
		[{ requester_id: ada, requestor_id: carla }, 'requestor_id: contradicts requester_id'],
		[{ account_id: 'none' }, 'account_id: account "none" not found'],
	])('%j is refused', async (body, text) => {
		expectRefusal(await patch(id, body), 400, text);
	});

	test('a conversation becomes a ticket, never back', async () => {
		expect((await patch(id, { type: 'ticket' })).body.data.type).toBe('ticket');
		expectRefusal(
			await patch(id, { type: 'conversation' }),
			400,
			'type: a ticket cannot become a conversation',
		);
	});
});

describe('snoozing', () => {
	test('until a moment, by id or number; read back as snoozed_until_time', async () => {
		const { data } = (await snooze('101', '2099-01-02T03:04:05+02:00')).body;
		expect(data.snoozed_until_time).toBe('2099-01-02T01:04:05.000Z');
		expect((await snooze(seedIds.issues.first, '2099-01-02T03:04:05Z')).status).toBe(200);
	});

	test('a past or unreadable moment and the field name of other documents are refused', async () => {
		expectRefusal(
			await snooze('101', '2020-01-01T00:00:00Z'),
			400,
			'snooze_until: lies in the past',
		);
		expectRefusal(
			await snooze('101', '2099-01-01'),
			400,
			'snooze_until: must match format "date-time"',
		);
		expectRefusal(
			await snooze('101', '2099-02-30T00:00:00Z'),
			400,
			'snooze_until: must match format "date-time"',
		);
		expectRefusal(await snooze('101', 5), 400, 'snooze_until: must be string');
		const answer = await bench().call('POST', '/issues/101/snooze', {
			snooze_until_time: '2099-01-01T00:00:00Z',
		});
		expectRefusal(answer, 400, 'snooze_until is required');
		expect(bench().sim.state.issues.get(seedIds.issues.first)?.snoozed_until_time).toBeNull();
	});
});

test('a deleted issue is gone with its messages', async () => {
	const id = seedIds.issues.first;
	expect((await bench().call('DELETE', `/issues/${id}`)).status).toBe(200);
	expect((await bench().get('/issues/101')).status).toBe(404);
	expect([...bench().sim.state.messages.values()].some((message) => message.issue_id === id)).toBe(
		false,
	);
});
