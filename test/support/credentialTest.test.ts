import { testCredential } from './credentialTest';
import { fixtureCredential, otherRegion } from './fixtureNodes';
import { startLoopback, withLoopback, type Loopback } from './loopback';

const loopback = withLoopback();
let server: Loopback;
beforeAll(async () => {
	server = await startLoopback((request, response) => {
		const token = request.headers.authorization;
		const status = token === 'Bearer bad' ? 401 : token === 'Bearer odd' ? 418 : 200;
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ region: token === 'Bearer eu' ? 'eu' : 'us' }));
	});
});
afterAll(() => server.close());

const press = (token: string, baseUrl = server.url) =>
	testCredential(fixtureCredential(), { baseUrl, token });

test.each([
	['good', 'OK', 'Connection successful!'],
	['bad', 'Error', 'Make a token first'],
	['odd', 'Error', "I'm a Teapot"],
])('token "%s": %s, %s', async (token, status, message) => {
	expect(await press(token)).toEqual({ status, message });
});

test('a rule on the body of a success', async () => {
	const type = fixtureCredential(otherRegion);
	expect(await testCredential(type, { baseUrl: server.url, token: 'eu' })).toEqual({
		status: 'Error',
		message: 'Other region',
	});
	expect((await testCredential(type, { baseUrl: server.url, token: 'us' })).status).toBe('OK');
});

test('a server that is not there', async () => {
	const gone = await loopback.nobody();
	expect(await press('good', gone.url)).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
});
