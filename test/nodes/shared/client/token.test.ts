import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import type { CredentialData } from '../../../support/additionalData';
import { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { searchList } from '../../../support/loadOptions';
import { withLoopback, type Loopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { askPylonFromTrigger } from './support/askingTrigger';
import { getContact, runPylon } from './support/run';

const pylon = withPylon();
const loopback = withLoopback();
let proxy: Server | undefined;

afterEach(() => {
	proxy?.closeAllConnections();
	proxy?.close();
	proxy = undefined;
});

/** A proxy that leads every host to one server, whose certificate is false. */
async function falseProxy(): Promise<{ url: string; target: Loopback; tunnels: string[] }> {
	const target = await loopback.serveSelfSigned();
	const tunnels: string[] = [];
	const server = createServer();
	server.on('connect', ({ url = '' }, client, head) => {
		tunnels.push(url);
		const upstream = connect(target.port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			upstream.write(head);
			upstream.pipe(client).pipe(upstream);
		});
		upstream.on('error', () => client.destroy());
		client.on('error', () => upstream.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	proxy = server;
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, target, tunnels };
}

const get = async (credentials: CredentialData, requestOptions: INodeParameters) =>
	await runPylon(credentials, {
		...getContact('1'),
		requestOptions: { maxTries: 1, ...requestOptions },
	});

describe("'Ignore SSL Issues'", () => {
	test.each<[string, CredentialData, string]>([
		['United States', { region: 'us', apiToken: 'secret-token' }, 'with the hosts of Pylon'],
		['European Union', { region: 'eu', apiToken: 'secret-token' }, 'with the hosts of Pylon'],
		[
			'the same host, typed',
			{ region: 'custom', baseUrl: 'https://api.usepylon.com', apiToken: 'secret-token' },
			'with the hosts of Pylon',
		],
		[
			'another host',
			{ region: 'custom', baseUrl: 'https://pylon.example', apiToken: 'secret-token' },
			"together with 'Proxy'",
		],
	])('is refused behind a proxy: %s', async (_, credentials, why) => {
		const { url, target, tunnels } = await falseProxy();
		const { error } = await get(credentials, { proxy: url, allowUnauthorizedCerts: true });
		expect(error?.message).toBe(
			`'Ignore SSL Issues' cannot be used ${why}: somebody could read the API token on the way`,
		);
		expect([target.requests, tunnels]).toEqual([[], []]);
	});

	test('a proxy alone does not read the token', async () => {
		const { url, target, tunnels } = await falseProxy();
		const { error } = await get({ region: 'us', apiToken: 'secret-token' }, { proxy: url });
		expect(error?.message).toMatch(
			/^The certificate of https:\/\/api\.usepylon\.com was not accepted/,
		);
		expect(tunnels).toEqual(['api.usepylon.com:443']);
		expect(target.requests).toEqual([]);
	});

	test('is for hosts of one’s own', async () => {
		const server = await loopback.serveSelfSigned();
		await get(server.credentials, { allowUnauthorizedCerts: true });
		expect(server.requests).toHaveLength(1);
	});
});

test.each(['http://127.0.0.1', 'http://localhost:1', 'Http://[::1]:1/pylon'])(
	"'Proxy' is refused with %s, where it would read the token",
	async (baseUrl) => {
		const { url, target, tunnels } = await falseProxy();
		const credentials = { region: 'custom', baseUrl, apiToken: 'secret-token' };
		const { error } = await get(credentials, { proxy: url });
		expect(error?.message).toBe(
			"'Proxy' cannot be used with a 'Base URL' that begins with http://: somebody could read the API token on the way",
		);
		expect([target.requests, tunnels]).toEqual([[], []]);
	},
);

describe("'Allowed HTTP Request Domains' of the credential", () => {
	const original = TestCredentialsHelper.prototype.getDecrypted;

	/** With the two fields that n8n adds to every credential. */
	const limited = (allowedDomains: string): CredentialData => {
		jest.spyOn(TestCredentialsHelper.prototype, 'getDecrypted').mockImplementation(async function (
			this: TestCredentialsHelper,
			...args
		) {
			return {
				...(await original.apply(this, args)),
				allowedHttpRequestDomains: 'domains',
				allowedDomains,
			};
		});
		return pylon.credentials;
	};
	afterEach(() => jest.restoreAllMocks());
	const refused = /^Domain not allowed/;

	test('an item', async () => {
		const { error } = await runPylon(limited('pylon.example'), getContact('1'));
		expect(error?.message).toMatch(refused);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('a trigger', async () => {
		const { error } = await askPylonFromTrigger(
			limited('pylon.example'),
			async (client) => await client.record({ template: '/me' }),
		);
		expect(error?.message).toMatch(refused);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('a picker', async () => {
		await expect(
			searchList(new Pylon(), 'searchContacts', limited('pylon.example')),
		).rejects.toThrow(refused);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('a trigger and a picker where the list is empty', async () => {
		const { error } = await askPylonFromTrigger(
			limited(' '),
			async (client) => await client.record({ template: '/me' }),
		);
		expect(error?.message).toBe("'Allowed Domains' of the Pylon credential is empty");
		await expect(searchList(new Pylon(), 'searchContacts', limited(''))).rejects.toThrow(
			"'Allowed Domains' of the Pylon credential is empty. ",
		);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('who is on the list', async () => {
		const { result } = await askPylonFromTrigger(
			limited('127.0.0.1'),
			async (client) => await client.record({ template: '/me' }),
		);
		expect(result).toMatchObject({ id: expect.any(String) });
		expect(
			(await searchList(new Pylon(), 'searchContacts', limited('127.0.0.1'))).results,
		).not.toEqual([]);
	});
});

test.each(['trigger', 'picker'])('a %s does not follow to another host', async (who) => {
	const other = await loopback.serve((_, response) => response.end('{}'));
	const first = await loopback.serve((_, response) =>
		response.writeHead(302, { location: `${other.url}/` }).end(),
	);
	const ask =
		who === 'trigger'
			? askPylonFromTrigger(
					first.credentials,
					async (client) => await client.record({ template: '/me' }),
				).then(({ error }) => error)
			: searchList(new Pylon(), 'searchContacts', first.credentials).catch((error: Error) => error);
	expect(((await ask) as Error).message).toMatch(
		/redirects requests to another address \(status 302\)/,
	);
	expect(other.requests).toEqual([]);
});
