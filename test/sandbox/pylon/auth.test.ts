import { withPylon } from './support';

const bench = withPylon();

test('a token of the host is accepted', async () => {
	expect((await bench().get('/me')).status).toBe(200);
	const { sim } = bench();
	expect((await bench().get('/me', { region: 'eu', token: sim.tokens.eu })).status).toBe(200);
});

test.each([
	['no header', {}],
	['another scheme', { authorization: 'Basic abc' }],
	['no token', { authorization: 'Bearer' }],
	['two tokens', { authorization: 'Bearer a b' }],
])('%s is an invalid authorization header', async (_name, headers: Record<string, string>) => {
	const { status, body } = await bench().get('/me', { token: null, headers });
	expect(status).toBe(401);
	expect(body).toMatchObject({
		code: 'invalid_authorization_header',
		errors: [
			'Token must follow Bearer authorization scheme: https://www.rfc-editor.org/rfc/rfc6750#section-2.1.',
		],
	});
});

test('an unknown token is invalid', async () => {
	const { status, body } = await bench().get('/me', { token: 'nonsense' });
	expect(status).toBe(401);
	expect(body).toMatchObject({ code: 'invalid_api_token', errors: ['Invalid API token!'] });
});

test('a token of the other region is told where it belongs', async () => {
	const { sim } = bench();
	const us = await bench().get('/me', { token: sim.tokens.eu });
	expect(us.status).toBe(401);
	expect(us.body.code).toBe('wrong_region_token');
	expect(us.body.errors[0]).toContain('api.eu.usepylon.com');
	expect(us.body.errors[0]).toContain(sim.euUrl);
	const eu = await bench().get('/me', { region: 'eu', token: sim.tokens.us });
	expect(eu.body.code).toBe('wrong_region_token');
	expect(eu.body.errors[0]).toContain('api.usepylon.com');
});

test('a read-only token may read and search, nothing else', async () => {
	const token = bench().sim.tokens.readOnly;
	expect((await bench().get('/contacts', { token })).status).toBe(200);
	expect((await bench().call('POST', '/contacts/search', {}, { token })).status).toBe(200);
	const { status, body } = await bench().call('POST', '/contacts', { name: 'New' }, { token });
	expect(status).toBe(403);
	expect(body.code).toBe('permission_denied');
	expect(bench().sim.countOf('createContact')).toBe(1);
	expect(bench().sim.processedCounts('createContact').size).toBe(0);
});

test('the received request is kept without its token', async () => {
	await bench().get('/me');
	const [request] = bench().sim.requests;
	expect(JSON.stringify(request)).not.toContain(bench().sim.tokens.us);
	expect(request.headers.authorization).toBe('Bearer (token left out)');
});
