import { PylonApi } from '../../credentials/PylonApi.credentials';
import { HOSTS } from '../../nodes/shared/client/baseUrl';
import { testCredential } from '../support/credentialTest';
import { startLoopback } from '../support/loopback';
import { withPylon } from '../support/pylon';

const NOT_PYLON =
	"What answered is not Pylon's API, or it did not accept the API token. Check 'Region', 'Base URL' and 'API Token'.";

describe('the test of the Pylon API credential', () => {
	const pylon = withPylon();
	const press = async (changes: Record<string, string> = {}) =>
		await testCredential(new PylonApi(), { ...pylon.credentials, ...changes });

	test('accepts a good token and asks for nothing but GET /me', async () => {
		expect((await press()).status).toBe('OK');
		expect(pylon.sim.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /me']);
	});

	test('accepts a good token with white space around it, and a base URL with a slash at its end', async () => {
		const { sim } = pylon;
		expect(await press({ apiToken: ` ${sim.tokens.us}\n`, baseUrl: ` ${sim.url}/ ` })).toMatchObject({ status: 'OK' });
	});

	test('refuses an unknown token and says where to make one', async () => {
		expect(await press({ apiToken: 'not-a-token' })).toEqual({
			status: 'Error',
			message:
				"Pylon does not know this API token. An admin can make a token in Pylon under Settings > API Tokens (https://app.usepylon.com/settings/api-tokens). Put it into 'API Token' of the credential.",
		});
	});

	test('refuses a token of the other region and says to switch', async () => {
		expect(await press({ apiToken: pylon.sim.tokens.eu })).toEqual({
			status: 'Error',
			message:
				"This API token belongs to the other Pylon region. Switch 'Region' of the credential: United States to European Union, or European Union to United States.",
		});
	});

	test('refuses what cannot be a token', async () => {
		expect(await press({ apiToken: 'two words' })).toEqual({
			status: 'Error',
			message:
				"Pylon could not read the API token. Paste the token again into 'API Token' of the credential: the token alone, without 'Bearer' and without spaces inside.",
		});
	});

	test.each([
		['a web page', 200, '<html>hello</html>', 'text/html'],
		['JSON of somebody else', 200, '{"status":"ok"}', 'application/json'],
		['a 401 without a code', 401, '{"errors":["no"],"request_id":"r"}', 'application/json'],
	])('refuses %s', async (_, status, body, type) => {
		const server = await startLoopback((_request, response) => {
			response.writeHead(status, { 'content-type': type }).end(body);
		});
		expect(await press({ baseUrl: server.url })).toEqual({ status: 'Error', message: NOT_PYLON });
		await server.close();
	});

	test.each([404, 429, 500, 503])('refuses an answer with status %d', async (status) => {
		const server = await startLoopback((_request, response) => {
			response.writeHead(status, { 'content-type': 'application/json' }).end('{"errors":["no"],"request_id":"r"}');
		});
		expect((await press({ baseUrl: server.url })).status).toBe('Error');
		await server.close();
	});

	test.each(['http://bob:hunter2@127.0.0.1:1', 'http://bob@127.0.0.1:1/x', '127.0.0.1:1', ''])('base URL %j is not taken', async (baseUrl) => {
		expect(await press({ baseUrl })).toEqual({ status: 'Error', message: 'Invalid URL' });
	});

	test('says that nothing answers', async () => {
		const server = await startLoopback(() => undefined);
		await server.close();
		expect(await press({ baseUrl: server.url })).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});
});

describe('the Pylon API credential', () => {
	test('knows the hosts of both regions', () => {
		expect(HOSTS).toEqual({ us: 'https://api.usepylon.com', eu: 'https://api.eu.usepylon.com' });
	});

	test('hides what is secret', () => {
		const hidden = new PylonApi().properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name);
		const secrets = new PylonApi().properties.filter(({ name }) => /token|secret/i.test(name)).map(({ name }) => name);
		expect(hidden).toEqual(expect.arrayContaining(['apiToken', 'webhookSecret', 'previousWebhookSecret']));
		expect(hidden).toEqual(secrets);
	});
});
