import { withLoopback, type Loopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon();
const loopback = withLoopback();

/** Answers every request, so that only the node decides what is sent. */
const anywhere = async (): Promise<Loopback> =>
	await loopback.serve((_, response) => {
		response
			.writeHead(200, { 'content-type': 'application/json' })
			.end('{"data":{"id":"1"},"request_id":"r"}');
	});

const send = async (path: string, more = {}, credentials = pylon.credentials) =>
	await runPylon(
		credentials,
		{ resource: 'apiRequest', operation: 'send', path: '={{ $json.path }}', ...more },
		[{ path }],
	);

describe('where a request may go', () => {
	test.each([
		['/me', '/me'],
		['me', '/me'],
		[' /me/ ', '/me'],
		['/me?', '/me'],
		['/contacts/a%2Fb', '/contacts/a%2Fb'],
		['/contacts/a+b:c', '/contacts/a%2Bb%3Ac'],
		['/contacts/Zoë', '/contacts/Zo%C3%AB'],
		['/contacts/...', '/contacts/...'],
	])('%j: %s', async (path, url) => {
		const { url: baseUrl, requests } = await anywhere();
		expect((await send(path, {}, { ...pylon.credentials, baseUrl })).error).toBeUndefined();
		expect(requests.map(({ url: sent }) => sent)).toEqual([url]);
	});

	test('a full URL of the host of the credential, with its query', async () => {
		await send(`${pylon.sim.url}/contacts?limit=1`, { response: 'fullResponse' });
		expect(pylon.sim.requests).toMatchObject([{ path: '/contacts', query: { limit: '1' } }]);
	});

	test('a full URL below a base URL with a path', async () => {
		const there = await anywhere();
		const credentials = { ...pylon.credentials, baseUrl: `${there.url}/pylon/` };
		expect((await send(`${there.url}/pylon/me`, {}, credentials)).error).toBeUndefined();
		expect((await send('/me', {}, credentials)).error).toBeUndefined();
		expect(there.requests.map(({ url }) => url)).toEqual(['/pylon/me', '/pylon/me']);
		for (const outside of ['/me', '/pylonx/me', '/pylon/../me', '/pylon/%2e%2E/me']) {
			expect((await send(`${there.url}${outside}`, {}, credentials)).error?.message).toContain(
				"'Path' ",
			);
		}
		expect(there.requests).toHaveLength(2);
	});

	test('names that come twice are sent twice', async () => {
		const { url: baseUrl, requests } = await anywhere();
		await send(
			'/contacts?a=1&a=2',
			{ specifyQuery: 'json', queryJson: '{"a":[3,true],"b":"x y"}' },
			{ ...pylon.credentials, baseUrl },
		);
		expect(requests.map(({ url }) => url)).toEqual(['/contacts?a=1&a=2&a=3&a=true&b=x%20y']);
	});
});

describe('where the token must not go', () => {
	const FOREIGN = "'Path' points to a different address than the credential";

	test.each([
		['https://example.com/me', FOREIGN],
		['HTTPS://EXAMPLE.COM/me', FOREIGN],
		['//example.com/me', FOREIGN],
		['ftp://127.0.0.1/me', FOREIGN],
		['http://', FOREIGN],
		['/\\example.com/me', 'backslash'],
		['\\\\example.com/me', 'backslash'],
		['/me\n//example.com', 'a space'],
		['///example.com/me', FOREIGN],
		['/contacts//me', 'empty'],
		['/', 'empty'],
		['..', 'invalid part'],
		['/contacts/../me', 'invalid part'],
		['/contacts/%2e%2E/me', 'invalid part'],
		['/contacts/.', 'invalid part'],
		['/contacts/100%', 'invalid part'],
		['/tags/#1', "'#'"],
		['/contacts/a b', 'a space'],
		['/contacts/{contactId}', 'still has the placeholder {contactId}'],
		['/contacts/:id/x', 'still has the placeholder :id'],
	])('%j', async (path, message) => {
		const { error } = await send(path);
		expect(error?.message).toContain(message);
		expect((error as { description?: string }).description).toMatch(/\w/);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('another port, and a name before the host', async () => {
		const { host, port } = new URL(pylon.sim.url);
		for (const path of [
			`http://127.0.0.1:${Number(port) - 1}/me`,
			`http://user@${host}/me`,
			`https://${host}/me`,
			`http://${host}@example.com/me`,
		]) {
			expect((await send(path)).error?.message).toContain(FOREIGN);
		}
		expect(pylon.sim.requests).toEqual([]);
	});
});
