import { operations } from '../../../sandbox/pylon/document';
import { handlers } from '../../../sandbox/pylon/handlers';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();

test('each operation of the document has its handler (sandbox/pylon/handlers)', () => {
	expect(Object.keys(handlers).sort()).toEqual([...operations.keys()].sort());
});

test('every operation of the document is routed and answers as itself', async () => {
	for (const [operationId, { method, path }] of operations) {
		const filled = path.replace(/\{[^}]+\}/g, 'x');
		const { status, body } = await bench().call(method, filled, method === 'GET' ? undefined : {});
		const last = bench().sim.requests.at(-1);
		expect([operationId, last?.operationId]).toEqual([operationId, operationId]);
		expect([operationId, status, body.errors?.[0]]).not.toEqual([
			operationId,
			404,
			'Not a valid API URL!',
		]);
		expect(operationId === 'disconnectDevin' ? [403] : [200, 400, 404]).toContain(status);
	}
});

test.each(['/nope', '/contacts/', '/contacts//', '/contacts/a/b', '//contacts'])(
	'%s is no route, with or without a token',
	async (path) => {
		for (const token of [undefined, null]) {
			const { status, body } = await bench().get(path, { token });
			expect(status).toBe(404);
			expect(body).toMatchObject({ code: 'not_found', errors: ['Not a valid API URL!'] });
		}
	},
);

test('a wrong method is told so, before the token is looked at', async () => {
	const { status, body } = await bench().call('PUT', '/contacts', {}, { token: null });
	expect(status).toBe(405);
	expect(body).toMatchObject({ code: 'method_not_allowed', errors: ['Method not allowed'] });
});

test('a literal segment comes before a parameter', async () => {
	await bench().call('POST', '/accounts/search', {});
	expect(bench().sim.requests[0].operationId).toBe('searchAccounts');
	await bench().get('/accounts/search');
	expect(bench().sim.requests[1].operationId).toBe('getAccount');
});

test.each(['a/b', 'a?b', 'a#b', '100%', 'Zürich', 'a b', '%2F'])(
	'an id like "%s" arrives as it was sent',
	async (id) => {
		await bench().call('POST', '/contacts', {
			name: 'Odd',
			external_ids: [{ external_id: id, label: 'odd' }],
		});
		const { status, body } = await bench().get(`/contacts/${encodeURIComponent(id)}`);
		expect(status).toBe(200);
		expect(body.data.external_ids[0].external_id).toBe(id);
	},
);

test('a path that is not percent-encoded correctly is refused', async () => {
	expectRefusal(
		await bench().get('/contacts/100%'),
		400,
		'id: the path is not percent-encoded correctly',
	);
});

test('a body that is not JSON is refused', async () => {
	const answer = await bench().call('POST', '/contacts', undefined, {
		raw: '{"name":',
		headers: { 'content-type': 'application/json' },
	});
	expectRefusal(answer, 400, 'body: cannot be read as JSON');
});

test.each([
	['a missing field', { email: 'a@b.example' }, 'name is required'],
	['a field of a wrong type', { name: 3 }, 'name: must be string'],
	['null in a required field', { name: null }, 'name is required'],
	['an unknown field', { name: 'A', acount_id: 'x' }, 'acount_id is not a known field'],
	[
		'an unknown field further in',
		{ name: 'A', external_ids: [{ externalId: 'x' }] },
		'external_ids.0.externalId is not a known field',
	],
	[
		'a value outside of a list',
		{ name: 'A', portal_role: 'boss' },
		'portal_role: must be equal to one of the allowed values: no_access, member, admin',
	],
	['no URL', { name: 'A', avatar_url: 'picture.png' }, 'avatar_url: must match format "uri"'],
])('%s is refused with the name of the field', async (_name, body, text) => {
	const answer = await bench().call('POST', '/contacts', body);
	expectRefusal(answer, 400, text);
	expect(bench().sim.requests[0]).toMatchObject({ processed: false, status: 400 });
});

test('a missing body, an unknown query parameter and each of several mistakes are named', async () => {
	expectRefusal(await bench().call('POST', '/contacts'), 400, 'body is required');
	expectRefusal(await bench().get('/contacts?page=2'), 400, 'page is not a known field');
	const { body } = await bench().call('POST', '/contacts', { name: 1, email: 2 });
	expect(body.errors).toEqual(['email: must be string', 'name: must be string']);
});

describe('forms', () => {
	const upload = (path: string, fields: Array<[string, string | Blob]>) => {
		const form = new FormData();
		for (const [name, value] of fields) {
			if (typeof value === 'string') form.append(name, value);
			else form.append(name, value, 'hello.txt');
		}
		return bench().call('POST', path, undefined, { raw: form });
	};
	const file = () => new Blob(['hello'], { type: 'text/plain' });

	test('fields and files are read', async () => {
		expect(
			(
				await upload('/attachments', [
					['file', file()],
					['description', 'A file'],
				])
			).status,
		).not.toBe(400);
		expect(bench().sim.requests[0].body).toEqual({ file: 'hello.txt', description: 'A file' });
	});

	test('a list of one file is a list', async () => {
		for (const files of [[file()], [file(), file()]]) {
			const { body } = await upload(
				'/training-data/upload',
				files.map((one) => ['files', one]),
			);
			expect(String(body.errors)).not.toContain('files: must be array');
		}
	});

	test('unknown fields are refused', async () => {
		expectRefusal(
			await upload('/attachments', [['fiel', file()]]),
			400,
			'fiel is not a known field',
		);
	});
});
