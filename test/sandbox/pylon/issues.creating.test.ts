import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();

const { ada, carla } = seedIds.contacts;

const { globex, initech } = seedIds.accounts;

const create = (body: object) =>
	bench().call('POST', '/issues', { title: 'Help', body_html: '<p>Help</p>', ...body });

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
