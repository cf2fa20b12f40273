import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();

const { globex, initech, dune, ember, harbor } = seedIds.accounts;
const { carla, dmitri } = seedIds.contacts;

describe('highlights', () => {
	test.each([
		[
			'a contact of another account',
			{ contact_id: dmitri },
			'contact_id: is a contact of another account',
		],
		['nobody', { contact_id: 'nobody' }, 'contact_id: contact "nobody" not found'],
		['a time in the past', { expires_at: '2020-01-01T00:00:00Z' }, 'expires_at: lies in the past'],
		['no text', { content_html: ' ' }, 'content_html: must not be empty'],
	])('%s is refused', async (_, body, text) => {
		const answer = await bench().call('POST', `/accounts/${globex}/highlights`, {
			content_html: 'x',
			contact_id: carla,
			...body,
		});
		expectRefusal(answer, 400, text);
		expect(bench().sim.state.highlights.size).toBe(1);
	});

	test('one of another account is not found', async () => {
		expect(
			(
				await bench().call('PATCH', `/accounts/${initech}/highlights/${seedIds.highlight}`, {
					content_html: 'x',
				})
			).status,
		).toBe(404);
	});
});

describe('relationships', () => {
	const tie = (child: string, parent: string) =>
		bench().call('POST', `/accounts/${child}/relationship`, {
			related_object_id: parent,
			relationship_type: 'parent_account',
		});

	test.each([
		['with itself', globex, globex],
		['with nobody', globex, 'nobody'],
		['that is there', harbor, dune],
		['the other way round', dune, harbor],
	])('a tie %s is refused', async (_, child, parent) => {
		expect((await tie(child, parent)).status).toBe(400);
		expect(bench().sim.state.relationships.size).toBe(1);
	});

	test('merging moves a tie, and drops one that is left without a second account or is there twice', async () => {
		const { state } = bench().sim;
		const merge = (into: string, others: string[]) =>
			bench().call('POST', '/accounts/merge', {
				merge_into_account_id: into,
				merge_account_ids: others,
			});
		await tie(ember, dune);
		await merge(globex, [harbor]);
		expect(state.accounts.get(dune)?.subaccount_ids).toEqual([globex, ember]);
		expect(
			[...state.relationships.values()].map(({ child_account_id }) => child_account_id),
		).toEqual([globex, ember]);
		await merge(globex, [ember]);
		expect(state.relationships.size).toBe(1);
		await merge(dune, [globex]);
		expect(state.relationships.size).toBe(0);
	});

	test('a deleted account has no ties, and is nobody’s child', async () => {
		await bench().call('DELETE', `/accounts/${harbor}`);
		const { state } = bench().sim;
		expect(state.relationships.size).toBe(0);
		expect(state.accounts.get(dune)?.subaccount_ids).toEqual([]);
	});
});

test('merging moves highlights and call recordings; deleting removes the highlights and keeps the recordings', async () => {
	const { state } = bench().sim;
	await bench().call('POST', '/accounts/merge', {
		merge_into_account_id: initech,
		merge_account_ids: [globex],
	});
	expect(state.highlights.get(seedIds.highlight)?.account_id).toBe(initech);
	expect([...state.callRecordings.values()].map(({ account_id }) => account_id)).toEqual([
		initech,
		initech,
	]);
	await bench().call('DELETE', `/accounts/${initech}`);
	expect(state.highlights.size).toBe(0);
	expect([...state.callRecordings.values()].map(({ account_id }) => account_id)).toEqual([
		null,
		null,
	]);
});

test('an activity needs a type that was made', async () => {
	expectRefusal(
		await bench().call('POST', `/accounts/${globex}/activities`, { slug: 'danced' }),
		400,
		'slug: no activity type "danced"',
	);
	expect(bench().sim.state.activities.size).toBe(0);
});

describe('the address of an attachment', () => {
	const upload = async () => {
		const raw = new FormData();
		raw.append('file', new Blob(['a picture'], { type: 'image/png' }), 'Zoë.png');
		const { body } = await bench().call('POST', '/attachments', undefined, { raw });
		return String(body.data.url);
	};

	test('needs no token and gives the bytes back', async () => {
		const response = await fetch(await upload());
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(response.headers.get('content-disposition')).toBe(
			"attachment; filename*=UTF-8''Zo%C3%AB.png",
		);
		expect(await response.text()).toBe('a picture');
	});

	test('expires, needs its signature, and ends with the file', async () => {
		const url = await upload();
		expect((await fetch(url.replace(/Expires=\d+/, 'Expires=1'))).status).toBe(403);
		expect((await fetch(url.replace(/&Signature.*/, ''))).status).toBe(403);
		bench().sim.state.files.clear();
		expect((await fetch(url)).status).toBe(404);
	});
});

describe('imports', () => {
	const message = { body_html: '<p>x</p>', is_private: false };
	const issue = { title: 'Old', state: 'closed', messages: [message] };

	test.each([
		['a number in use', { issue_number: 101 }, 'issue_number: 101 is already in use'],
		['a number to come', { issue_number: 100_000 }, 'issue_number: has to be below'],
		['an unknown status', { state: 'nowhere' }, 'state: no status "nowhere"'],
		[
			'two authors',
			{ messages: [{ ...message, contact_id: carla, user_id: seedIds.users.nora }] },
			'messages.0.contact_id: excludes user_id',
		],
	])('%s is refused', async (_, body, text) => {
		const { size } = bench().sim.state.issues;
		expectRefusal(await bench().call('POST', '/import/issues', { ...issue, ...body }), 400, text);
		expect(bench().sim.state.issues.size).toBe(size);
	});

	test('an issue without messages is refused', async () => {
		expect((await bench().call('POST', '/import/issues', { ...issue, messages: [] })).status).toBe(
			400,
		);
	});

	test('skipped attachments are named', async () => {
		const attachment_urls = ['https://files.example.com/a.png', 'https://gone.invalid/b.png'];
		const { body } = await bench().call('POST', '/import/issues', {
			...issue,
			messages: [{ ...message, attachment_urls }],
		});
		expect(body.warnings.skipped_attachments).toEqual(['https://gone.invalid/b.png']);
	});

	test('a contact whose address is taken names that contact', async () => {
		const { body, status } = await bench().call('POST', '/import/contacts', {
			name: 'Carla',
			email: 'carla@globex.example',
		});
		expect([status, body.exists_id]).toEqual([400, carla]);
	});
});
