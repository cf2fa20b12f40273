import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { PylonApi } from '../../credentials/PylonApi.credentials';
import { BASE_URL_ADVICE } from '../../nodes/shared/client/region';
import { testCredential } from '../support/credentialTest';
import { withLoopback } from '../support/loopback';
import { withPylon } from '../support/pylon';

const NOT_PYLON =
	"The response is not from Pylon's API, or Pylon did not accept the API token. Check 'Region', 'Base URL' and 'API Token'.";

describe('the test of the Pylon API credential', () => {
	const pylon = withPylon();
	const loopback = withLoopback();
	const press = async (changes: Record<string, string> = {}) =>
		await testCredential(new PylonApi(), { ...pylon.credentials, ...changes });

	test('accepts a good token and asks for nothing but GET /me', async () => {
		expect((await press()).status).toBe('OK');
		expect(pylon.sim.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /me']);
	});

	test('accepts a good token with white space around it, and a base URL with a slash at its end', async () => {
		const { sim } = pylon;
		expect(
			await press({ apiToken: ` ${sim.tokens.us}\n`, baseUrl: ` ${sim.url}/ ` }),
		).toMatchObject({ status: 'OK' });
	});

	test('refuses an unknown token and says where to make one', async () => {
		expect(await press({ apiToken: 'not-a-token' })).toEqual({
			status: 'Error',
			message:
				"Pylon does not know this API token. An admin can create a token in Pylon under Settings > Integrations & dev > API tokens (https://app.usepylon.com/settings/api-tokens). Enter it in 'API Token' of the credential.",
		});
	});

	test('refuses a token of the other region and says to switch', async () => {
		expect(await press({ apiToken: pylon.sim.tokens.eu })).toEqual({
			status: 'Error',
			message:
				"This API token belongs to the other Pylon region. Set 'Region' of the credential to Automatic. If it is Automatic already, the token is an older one that does not name its region: choose European Union.",
		});
	});

	test('refuses what cannot be a token', async () => {
		expect(await press({ apiToken: 'two words' })).toEqual({
			status: 'Error',
			message:
				"Pylon could not read the API token. Paste the token again into 'API Token' of the credential: the token alone, without 'Bearer' and without spaces inside.",
		});
	});

	const pressOn = async (
		status: number,
		body: string,
		headers: Record<string, string> = { 'content-type': 'application/json' },
	) => {
		const server = await loopback.serve((_request, response) => {
			response.writeHead(status, headers).end(body);
		});
		return await press({ baseUrl: server.url });
	};

	test.each([
		['JSON of somebody else', 200, '{"status":"ok"}'],
		['nothing', 200, ''],
		['a text', 200, 'ok'],
		['a list', 200, '[]'],
		['no data', 200, '{"request_id":"r"}'],
		['null', 200, '{"data":null,"request_id":"r"}'],
		['an empty list in data', 200, '{"data":[],"request_id":"r"}'],
		['a 401 without a code', 401, '{"errors":["no"],"request_id":"r"}'],
		['a 404 without a code', 404, '{"errors":["no"],"request_id":"r"}'],
	])('refuses %s', async (_, status, body) => {
		expect(await pressOn(status, body)).toEqual({ status: 'Error', message: NOT_PYLON });
	});

	test.each([200, 401, 403, 404])('says that a web page answered (status %d)', async (status) => {
		const { message } = await pressOn(status, '<!doctype html><p>hello</p>', {
			'content-type': 'text/html',
		});
		expect(message).toBe(`The response was a web page instead of JSON. ${NOT_PYLON}`);
	});

	test('says that the address has a path too many', async () => {
		const { message } = await press({ baseUrl: `${pylon.sim.url}/issues/x/y` });
		expect(message).toContain("This URL has no endpoint '/me'");
	});

	test.each([
		['{"data":{"id":"1"},"request_id":"r"}'],
		['{"data":{"name":"Acme"},"request_id":"r"}'],
		['{"data":{"user":{"id":"1"}},"request_id":"r"}'],
		['{"data":{"user":{"email":"a@b.example"},"name":"Acme"}}'],
	])('accepts %s', async (body) => {
		expect((await pressOn(200, body)).status).toBe('OK');
	});

	test.each([
		['Invalid API token!', 'Pylon does not know this API token'],
		[
			'Token must follow Bearer authorization scheme: https://www.rfc-editor.org/rfc/rfc6750#section-2.1.',
			'Pylon could not read',
		],
	])('understands a refusal without a code: %s', async (text, message) => {
		expect(
			(await pressOn(401, JSON.stringify({ errors: [text], request_id: 'r' }))).message,
		).toContain(message);
	});

	test.each([301, 302, 303, 307, 308])(
		'does not follow a redirect: the token stays here (status %d)',
		async (status) => {
			const other = await loopback.serve((_request, response) => {
				response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"id":"1"}}');
			});
			const { message } = await pressOn(status, '', { location: `${other.url}/me` });
			expect({ message, requests: other.requests }).toEqual({ message: NOT_PYLON, requests: [] });
		},
	);

	test.each([400, 429, 500, 503])(
		'refuses an answer with status %d, and does not blame the token',
		async (status) => {
			const { status: verdict, message } = await pressOn(status, '{"errors":["no"],"data":{}}');
			expect(verdict).toBe('Error');
			expect(message).not.toContain("not from Pylon's API");
		},
	);

	test.each([
		'http://bob:hunter2@127.0.0.1:1',
		'http://bob@127.0.0.1:1/x',
		'127.0.0.1:1',
		'http://proxy.example',
		'',
	])('base URL %j is not taken', async (baseUrl) => {
		// n8n shows the code alone; the form has a sentence beside the field ('baseUrlNotice').
		expect(await press({ baseUrl })).toEqual({ status: 'Error', message: 'ERR_INVALID_URL' });
	});

	test('says that nothing answers', async () => {
		const server = await loopback.nobody();
		expect(await press({ baseUrl: server.url })).toEqual({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
	});
});

describe('the form of the Pylon API credential', () => {
	const { properties } = new PylonApi();
	/** What the form shows with these values; defaults where none is given. */
	const shown = (values: INodeParameters, ofType?: string) => {
		const all = {
			...Object.fromEntries(properties.map(({ name, default: value }) => [name, value])),
			...values,
		} as INodeParameters;
		return properties
			.filter((property) => NodeHelpers.displayParameter(all, property, null, null))
			.filter(({ type }) => (ofType === undefined ? type !== 'notice' : type === ofType))
			.map(({ name }) => name);
	};

	test('begins with the token, the region and one switch', () => {
		expect(shown({})).toEqual(['apiToken', 'region', 'useWithTrigger']);
		expect(properties.find(({ name }) => name === 'region')?.default).toBe('auto');
	});

	const TRIGGER = ['webhookSecret', 'rotateSecret', 'verifyByHeader'];

	test.each<[INodeParameters, string[]]>([
		[{ useWithTrigger: true }, TRIGGER],
		[{ useWithTrigger: true, rotateSecret: true }, [...TRIGGER, 'previousWebhookSecret']],
		[
			{ useWithTrigger: true, verifyByHeader: true },
			[...TRIGGER, 'webhookHeaderSecret', 'previousWebhookHeaderSecret'],
		],
		[{ useWithTrigger: false, rotateSecret: true, verifyByHeader: true }, []],
		[{ region: 'custom' }, ['baseUrl']],
	])('%j opens %j', (values, more) => {
		const always = ['apiToken', 'region', 'useWithTrigger'];
		expect(
			shown(values)
				.filter((name) => !always.includes(name))
				.sort(),
		).toEqual([...more].sort());
	});

	test.each<[INodeParameters, string[]]>([
		[{}, []],
		[{ apiToken: 'pylon_api_eu_1' }, []],
		[{ apiToken: 'pylon_api_eu_1', region: 'eu' }, []],
		[{ apiToken: 'pylon_api_1', region: 'us' }, []],
		[{ apiToken: 'pylon_api_eu_1', region: 'us' }, ['euTokenNotice']],
		[{ apiToken: ' pylon_api_1', region: 'eu' }, ['usTokenNotice']],
		[{ apiToken: 'Bearer pylon_api_1' }, ['bearerNotice']],
		[{ apiToken: ' BEARER x' }, ['bearerNotice']],
		[{ apiToken: 'pylon_api_zz', region: 'eu' }, ['usTokenNotice']],
		[{ region: 'custom', baseUrl: '' }, []],
		[{ region: 'custom', baseUrl: 'https://proxy.example' }, []],
		[{ region: 'custom', baseUrl: 'Https://proxy.example' }, []],
		[{ region: 'custom', baseUrl: ' http://localhost:3000/ ' }, []],
		[{ region: 'custom', baseUrl: 'http://localhost:3000/' }, []],
		[{ region: 'custom', baseUrl: 'http://127.0.0.1:3000' }, []],
		[{ region: 'custom', baseUrl: 'http://[::1]:3000' }, []],
		[{ region: 'custom', baseUrl: 'http://proxy.example' }, ['baseUrlNotice']],
		[{ region: 'custom', baseUrl: 'http://zzz.example' }, ['baseUrlNotice']],
		[{ region: 'custom', baseUrl: 'proxy.example' }, ['baseUrlNotice']],
		[{ region: 'custom', baseUrl: 'ftp://proxy.example' }, ['baseUrlNotice']],
		[{ region: 'custom', baseUrl: 'HTTP://proxy.example' }, ['baseUrlNotice']],
		[{ region: 'custom', baseUrl: '127.0.0.1:3000' }, ['baseUrlNotice']],
		[{ region: 'us', baseUrl: 'proxy.example' }, []],
	])('with %j it says at once what is wrong: %j', (values, notices) => {
		expect(shown(values, 'notice')).toEqual(expect.arrayContaining(['tokenNotice', ...notices]));
		expect(shown(values, 'notice')).toHaveLength(notices.length + 1);
	});

	test('tells admins where the token is made, and what an address has to be', () => {
		const text = (notice: string) => properties.find(({ name }) => name === notice)?.displayName;
		expect(text('tokenNotice')).toContain('Settings &gt; Integrations &amp; dev &gt; API tokens');
		expect(text('tokenNotice')).toContain('https://app.usepylon.com/settings/api-tokens');
		expect(BASE_URL_ADVICE).toContain(text('baseUrlNotice'));
	});

	test('hides what is secret', () => {
		const hidden = properties
			.filter(({ typeOptions }) => typeOptions?.password)
			.map(({ name }) => name);
		const secrets = properties
			.filter(({ name, type }) => type === 'string' && /token|secret/i.test(name))
			.map(({ name }) => name);
		expect(hidden).toHaveLength(5);
		expect(hidden).toEqual(secrets);
	});
});
