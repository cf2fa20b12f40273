import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();
const { ada, carla } = seedIds.contacts;
const { globex, initech } = seedIds.accounts;
const create = (body: object) =>
	bench().call('POST', '/issues', { title: 'Help', body_html: '<p>Help</p>', ...body });
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

describe('creating', () => {
	test('for an account, with all that goes with it', async () => {
		const { body, status } = await create({
			account_id: globex,
			requester_id: carla,
			assignee_id: seedIds.users.priya,
			team_id: seedIds.teams.support,
			priority: 'urgent',
			tags: ['billing'],
			custom_fields: [{ slug: 'product_area', value: 'billing' }],
			attachment_urls: ['https://assets.example/a.png'],
			created_at: '2026-01-02T03:04:05+01:00',
			customer_portal_visible: true,
			destination_metadata: {
				destination: 'email',
				email: 'support@northwind.example',
				email_ccs: ['cc@x.example'],
			},
		});
		expect(status).toBe(200);
		expect(body.data).toMatchObject({
			number: 104,
			state: 'open',
			source: 'email',
			account: { id: globex },
			requester: { id: carla },
			assignee: { id: seedIds.users.priya },
			team: { id: seedIds.teams.support },
			custom_fields: { priority: { value: 'urgent' }, product_area: { value: 'billing' } },
			created_at: '2026-01-02T02:04:05.000Z',
			link: 'https://app.usepylon.com/issues?issueNumber=104',
		});
		const { data } = (await bench().get(`/issues/${body.data.id}/messages`)).body;
		expect(data).toMatchObject([
			{
				is_private: false,
				message_html: '<p>Help</p>',
				email_info: { to_emails: ['carla@globex.example'], cc_emails: ['cc@x.example'] },
			},
		]);
	});

	test('without a destination the first message is an internal note of the token user', async () => {
		const { data } = (await create({ requester_id: ada })).body;
		expect(data).toMatchObject({ source: 'manual', account: null, requester: { id: ada } });
		const messages = (await bench().get(`/issues/${data.id}/messages`)).body.data;
		expect(messages).toMatchObject([
			{ is_private: true, author: { user: { id: seedIds.users.token } } },
		]);
	});

	test('requester_email finds a contact or creates one', async () => {
		expect((await create({ requester_email: 'CARLA@globex.example' })).body.data).toMatchObject({
			requester: { id: carla },
			account: { id: globex },
		});
		const { requester, account } = (
			await create({
				requester_email: 'new@globex.example',
				requester_name: 'New',
				account_id: globex,
			})
		).body.data;
		expect(account.id).toBe(globex);
		expect(bench().sim.state.contacts.get(requester.id)).toMatchObject({
			name: 'New',
			email: 'new@globex.example',
			account_id: globex,
		});
		expect(
			(await create({ requester_id: ada, requester_email: 'other@x.example' })).body.data.requester
				.id,
		).toBe(ada);
		expect(bench().sim.state.contacts.find('email', 'other@x.example')).toBeUndefined();
	});

	const email = { destination: 'email', email: 'support@northwind.example' };
	test.each([
		[{}, 'account_id: is needed, or requester_id or requester_email'],
		[{ account_id: globex, title: ' ' }, 'title: must not be empty'],
		[{ account_id: globex, body_html: '' }, 'body_html: must not be empty'],
		[{ account_id: 'none' }, 'account_id: account "none" not found'],
		[{ requester_id: 'none' }, 'requester_id: contact "none" not found'],
		[{ requester_email: 'none' }, 'requester_email: "none" is not an email address'],
		[
			{ account_id: initech, requester_id: carla },
			'requester_id: the contact does not belong to the account of account_id',
		],
		[
			{ account_id: initech, requester_email: 'carla@globex.example' },
			'requester_email: the contact does not belong',
		],
		[{ account_id: globex, assignee_id: 'none' }, 'assignee_id: user "none" not found'],
		[{ account_id: globex, team_id: 'none' }, 'team_id: team "none" not found'],
		[
			{ account_id: globex, user_id: seedIds.users.nora, contact_id: carla },
			'user_id: excludes contact_id',
		],
		[{ account_id: globex, user_id: 'none' }, 'user_id: user "none" not found'],
		[
			{ account_id: globex, contact_id: carla },
			'contact_id: a contact as author needs destination_metadata',
		],
		[
			{ account_id: globex, contact_id: carla, destination_metadata: { destination: 'internal' } },
			'contact_id: a contact as author',
		],
		[
			{ account_id: globex, contact_id: 'none', destination_metadata: email },
			'contact_id: contact "none" not found',
		],
		[
			{ account_id: globex, destination_metadata: { destination: 'email' } },
			'destination_metadata.email: is needed for email',
		],
		[
			{ account_id: globex, destination_metadata: { destination: 'email', email: 'x@y.example' } },
			'is not a configured email address',
		],
		[
			{ account_id: globex, destination_metadata: { destination: 'sms' } },
			'destination_metadata.from_sms_phone_number_id: is needed for sms',
		],
		[
			{
				account_id: globex,
				destination_metadata: { destination: 'whatsapp', whatsapp_app_id: 'a' },
			},
			'whatsapp_message_template_language: is needed',
		],
		[
			{
				account_id: globex,
				destination_metadata: { destination: 'slack', email_ccs: ['a@b.example'] },
			},
			'email_ccs: is for email only',
		],
		[
			{ account_id: globex, destination_metadata: { ...email, chat_widget_app_id: 'a' } },
			'chat_widget_app_id: is for in_app_chat only',
		],
		[
			{ account_id: globex, destination_metadata: {} },
			'destination_metadata.destination is required',
		],
		[{ account_id: globex, created_at: 'yesterday' }, 'created_at: must match format "date-time"'],
		[
			{ account_id: globex, custom_fields: [{ slug: 'none', value: 'x' }] },
			'custom_fields: no issue field has the slug "none"',
		],
	])('%j is refused and nothing is stored', async (body, text) => {
		const { issues, contacts, messages } = bench().sim.state;
		const sizes = [issues.size, contacts.size, messages.size];
		expectRefusal(await create(body), 400, text);
		expect([issues.size, contacts.size, messages.size]).toEqual(sizes);
	});

	test('a contact can be the author of a message that is delivered', async () => {
		const { data } = (
			await create({ account_id: globex, contact_id: carla, destination_metadata: email })
		).body;
		expect((await bench().get(`/issues/${data.id}/messages`)).body.data[0].author).toMatchObject({
			name: 'Carla Diaz',
			contact: { id: carla },
		});
	});
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
