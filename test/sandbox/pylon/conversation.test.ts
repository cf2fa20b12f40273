import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();
const { initech, first } = seedIds.issues;
const { log, engineering } = seedIds.threads;
const { nora } = seedIds.users;
const body_html = '<p>Hello</p>';

const post = (path: string, body?: unknown) => bench().call('POST', `/issues/${path}`, body);
const messages = () =>
	[...bench().sim.state.messages.values()].filter(({ issue_id: id }) => id === initech);
const publicId = () => messages().find(({ is_private: isPrivate }) => !isPrivate)?.id;
const noteId = () => messages().find(({ is_private: isPrivate }) => isPrivate)?.id;

test('a redacted message has neither text nor files', async () => {
	const file = 'https://files.example/a.png';
	const note = { body_html, attachment_urls: [file] };
	const { id } = (await post(`${initech}/note`, note)).body.data;
	const stored = () => bench().sim.state.messages.get(id);
	expect(stored()).toMatchObject({ message_html: body_html, file_urls: [file] });
	await post(`${initech}/messages/${id}/redact`);
	expect(stored()).toMatchObject({ message_html: '', file_urls: [] });
});

describe('notes', () => {
	test('a thread is named once; empty texts count as absent', async () => {
		expectRefusal(
			await post(`${initech}/note`, { body_html, thread_id: log, message_id: noteId() }),
			400,
			'thread_id: excludes message_id',
		);
		const { id } = (
			await post(`${initech}/note`, {
				body_html,
				thread_id: '',
				message_id: noteId(),
				thread_name: '',
				user_id: '',
			})
		).body.data;
		expect(bench().sim.state.messages.get(id)?.thread_id).toBe(log);
	});

	test('without a thread: the newest one in Slack, or else a new one', async () => {
		await post(`${initech}/threads`, { name: 'Newer, but only in Pylon' });
		const inSlack = (await post(`${initech}/note`, { body_html, thread_name: 'Unused' })).body.data
			.id;
		expect(bench().sim.state.messages.get(inSlack)?.thread_id).toBe(engineering);
		await post(`${first}/note`, { body_html });
		expect((await bench().get(`/issues/${first}/threads`)).body.data).toMatchObject([
			{ name: null, source: null },
		]);
	});

	test('a note and a reply move the time of the latest message', async () => {
		const before = bench().sim.state.issues.get(initech)?.latest_message_time ?? '';
		await post(`${initech}/note`, { body_html });
		expect(
			Date.parse(bench().sim.state.issues.get(initech)?.latest_message_time ?? ''),
		).toBeGreaterThan(Date.parse(before));
	});
});

describe('replies', () => {
	const email_info = { to_emails: ['dmitri@initech.example'] };

	test.each([
		[{ user_id: nora, contact_id: seedIds.contacts.dmitri }, 'user_id: excludes contact_id'],
		[{ email_info: {} }, 'email_info: an email needs at least one recipient'],
		[{ email_info: { cc_emails: ['nobody'] } }, 'email_info: "nobody" is not an email address'],
		[{ user_id: 'nobody' }, 'user_id: user "nobody" not found'],
		[{ contact_id: 'nobody' }, 'contact_id: contact "nobody" not found'],
		[{ custom_source: { external_id: ' ' } }, 'custom_source.external_id: must not be empty'],
		[{ body_html: '' }, 'body_html: must not be empty'],
	])('%j is refused', async (more, text) => {
		expectRefusal(
			await post(`${initech}/reply`, { body_html, message_id: publicId(), email_info, ...more }),
			400,
			text,
		);
		expect(messages()).toHaveLength(2);
	});

	test('the issue can be named by its number', async () => {
		expect(
			(await post('103/reply', { body_html, message_id: publicId(), email_info })).status,
		).toBe(200);
	});

	test('a reply counts as a touch, the first one as the first response', async () => {
		const read = async () => (await bench().get(`/issues/${initech}`)).body.data;
		expect(await read()).toMatchObject({ number_of_touches: 0, first_response_time: null });
		expect(await read()).not.toHaveProperty('first_response_seconds');
		await post(`${initech}/reply`, { body_html, message_id: publicId(), email_info });
		const first = await read();
		expect(first).toMatchObject({
			number_of_touches: 1,
			first_response_time: first.updated_at,
			first_response_seconds: expect.any(Number),
		});
		await post(`${initech}/reply`, { body_html, message_id: publicId(), email_info });
		expect(await read()).toMatchObject({
			number_of_touches: 2,
			first_response_time: first.first_response_time,
		});
	});
});

describe('followers and external issues', () => {
	test('operation is add or link without a word; the issue may be named by its number', async () => {
		expect((await post('101/followers', { user_ids: [nora] })).body.data).toEqual([
			{ id: nora, type: 'user' },
		]);
		const linked = (
			await post('101/external-issues', { source: 'shortcut', external_issue_id: 'sc-1' })
		).body.data;
		expect(linked.external_issues).toMatchObject([{ external_id: 'sc-1', source: 'shortcut' }]);
	});

	test('nobody to follow is refused, a follower who is deleted is gone', async () => {
		expectRefusal(await post('101/followers', {}), 400, 'user_ids: or contact_ids is needed');
		await bench().call('DELETE', `/contacts/${seedIds.contacts.carla}`);
		expect((await bench().get('/issues/103/followers')).body.data).toEqual([
			{ id: seedIds.users.omar, type: 'user' },
		]);
	});

	test('followers are found by a search', async () => {
		const filter = {
			field: 'follower_contact_id',
			operator: 'equals',
			value: seedIds.contacts.carla,
		};
		const found = (await post('search', { filter })).body.data as unknown as Array<{ id: string }>;
		expect(found.map(({ id }) => id)).toEqual([initech]);
	});
});

test('a recording without a finished transcript is left out', async () => {
	const { data } = (await bench().get(`/issues/${initech}/voice-calls`)).body;
	expect(data[0].recordings).toHaveLength(1);
	expect([...bench().sim.state.voiceCalls.values()][0].recordings).toHaveLength(2);
});

test('an unknown ticket form', async () => {
	expectRefusal(await bench().get('/ticket-forms/none'), 404, 'Ticket form not found!');
});
