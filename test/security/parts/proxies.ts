import type { Workflow } from '../../../sandbox/n8n/api';
import type { StoredCredential } from '../../../sandbox/n8n/sandbox';
import { listOfContacts } from '../../versions/support/editor';
import type { AttackedN8n } from '../support/attackedN8n';
import { SECRET_TOKEN } from '../support/attackedN8n';
import { deliver } from '../support/deliveries';
import { elsewhere, falseProxy, type Hostile, LIES, sendingAway } from '../support/hostile';
import { record } from '../support/figures';
import {
	inARow,
	manualTrigger,
	outcomes,
	pollingTrigger,
	publish,
	pylon,
	pylonTrigger,
	store,
} from '../support/workflows';
import { until } from '../../queue/support/executions';

const open: Hostile[] = [];

const opened = async <T extends Hostile>(server: Promise<T>): Promise<T> => {
	const one = await server;
	open.push(one);
	return one;
};

afterEach(async () => {
	for (const server of open.splice(0)) await server.close();
});

/** Stores a credential with a token that nobody may see. */
async function credentialFor(
	{ api, credential }: AttackedN8n,
	data: object,
): Promise<StoredCredential> {
	const made = {
		name: 'Attacked',
		type: 'pylonApi',
		data: { ...credential.data, apiToken: SECRET_TOKEN, ...data },
	};
	return { ...made, id: await api.createCredential(made) };
}

const getContact = (requestOptions: object = {}) =>
	inARow('Attacked', [
		manualTrigger(),
		pylon('Pylon', {
			resource: 'contact',
			operation: 'get',
			contactId: { __rl: true, mode: 'id', value: 'contact-1' },
			requestOptions: { maxTries: 1, ...requestOptions },
		}),
	]);

/** Runs a workflow by hand from its first node. @returns what it said */
async function run(
	n8n: AttackedN8n,
	credential: StoredCredential,
	workflow: Workflow,
): Promise<string> {
	const { api } = n8n;
	const saved = await store(n8n, workflow, credential);
	const { id } = await api.finished(saved.id, await api.runManually(saved, saved.nodes[0].name));
	const { error } = await api.executionResult(id);
	return error?.message ?? 'no error';
}

/** Asks Pylon in every way that there is. @returns what was said to each */
async function askInEveryWay(n8n: AttackedN8n, credential: StoredCredential) {
	const {
		api,
		n8n: { url },
	} = n8n;
	const item = await run(n8n, credential, getContact());
	const poll = await run(
		n8n,
		credential,
		inARow('Attacked poll', [pollingTrigger('issue_created')]),
	);
	const trigger = await publish(
		n8n,
		inARow('Attacked trigger', [pylonTrigger({ fetchRecord: 'issue' })]),
		credential,
	);
	await deliver(url, trigger, { issue_id: 'issue-1' });
	await until('the trigger to run', async () =>
		(await api.executions(trigger.id)).some(({ status }) => status === 'success'),
	);
	const [delivered] = (await outcomes(n8n, trigger, 'Pylon Trigger')).items;
	await api.unpublishWorkflow(trigger);
	const list = await listOfContacts({ ...n8n, credential }).then(
		() => 'a list',
		(error: Error) => error.message,
	);
	const { status, message } = await api.testCredential(credential.id, credential);
	return { item, poll, trigger: String(delivered?.json.note), list, test: `${status}: ${message}` };
}

/** Each of the ways has failed, and said why. */
function expectFailures(said: Awaited<ReturnType<typeof askInEveryWay>>): void {
	expect(said).toEqual({
		item: expect.stringMatching(WHY),
		poll: expect.stringMatching(WHY),
		trigger: expect.stringMatching(/^The issue could not be fetched: ./),
		list: expect.stringMatching(/^n8n answered 500 to POST /),
		test: expect.stringMatching(/^Error: ./),
	});
}

/** What came to a server, and whether the token was in it. */
const seenBy = (n8n: AttackedN8n, { requests, received }: Hostile) => ({
	requests,
	hasToken: n8n.secrets.isIn(received),
});

/** How the client says that what answered was not Pylon. */
const WHY =
	/certificate of|No secure connection|redirects requests to another address|returned nothing/;

const US = { region: 'us' };
const TUNNEL = 'CONNECT api.usepylon.com:443 HTTP/1.1';

/**
 * Tests that a false proxy does not get the token.
 *
 * @param n8n what is attacked; there from the first test on
 */
export function proxies(n8n: () => AttackedN8n): void {
	test.each(LIES)("a proxy of an editor's own that %s does not get the token", async (lie) => {
		const other = await opened(elsewhere());
		const proxy = await opened(falseProxy(other.url));
		proxy.lie = lie;
		const credential = await credentialFor(n8n(), US);
		expect(await run(n8n(), credential, getContact({ proxy: proxy.url }))).not.toBe('no error');
		expect(seenBy(n8n(), proxy)).toEqual({ requests: [TUNNEL], hasToken: false });
		// With false certificates accepted it would be read: nothing is sent.
		expect(
			await run(n8n(), credential, getContact({ proxy: proxy.url, allowUnauthorizedCerts: true })),
		).toMatch(/^'Ignore SSL Issues' cannot be used/);
		const plain = await credentialFor(n8n(), { baseUrl: other.url });
		expect(await run(n8n(), plain, getContact({ proxy: proxy.url }))).toMatch(
			/^'Proxy' cannot be used/,
		);
		expect(seenBy(n8n(), proxy)).toEqual({ requests: [TUNNEL], hasToken: false });
		expect(seenBy(n8n(), other)).toEqual({ requests: [], hasToken: false });
	});

	test.each([
		['302 Found', 'location'],
		['307 Temporary Redirect', 'location'],
		['401 Unauthorized', 'www-authenticate'],
		['407 Proxy Authentication Required', 'proxy-authenticate'],
	])(
		'an address of the credential that answers %s: nobody else is asked',
		async (status, header) => {
			const other = await opened(elsewhere());
			const value = header === 'location' ? `${other.url}/me` : `Basic realm="${other.url}"`;
			const base = await opened(sendingAway(status, [`${header}: ${value}`]));
			const credential = await credentialFor(n8n(), { baseUrl: base.url });
			expectFailures(await askInEveryWay(n8n(), credential));
			// The address itself is trusted with it, so the search would have found it.
			expect(n8n().secrets.isIn(base.received)).toBe(true);
			expect(seenBy(n8n(), other)).toEqual({ requests: [], hasToken: false });
		},
	);

	test("a false proxy in n8n's environment does not get the token", async () => {
		const other = await opened(elsewhere());
		const proxy = await opened(falseProxy(other.url));
		const credential = await credentialFor(n8n(), US);
		await n8n().restart({
			HTTPS_PROXY: proxy.url,
			HTTP_PROXY: proxy.url,
			NO_PROXY: '127.0.0.1,localhost',
		});
		try {
			for (const lie of LIES) {
				proxy.lie = lie;
				const before = proxy.requests.length;
				expectFailures(await askInEveryWay(n8n(), credential));
				expect(proxy.requests.length - before).toBeGreaterThanOrEqual(5);
			}
			expect(new Set(proxy.requests)).toEqual(new Set([TUNNEL]));
			expect(n8n().secrets.isIn(proxy.received)).toBe(false);
			const asked = proxy.requests.length;
			// The simulated Pylon stands for a base URL of this computer, which NO_PROXY leaves out.
			const { credential: own } = n8n();
			expect((await n8n().api.testCredential(own.id, own)).status).toBe('OK');
			expect(proxy.requests.length).toBe(asked);
			expect(seenBy(n8n(), other)).toEqual({ requests: [], hasToken: false });
			record(
				'Hostile proxies and redirects',
				`${LIES.length} kinds of hostile proxy, in a node's options and in n8n's environment, and 4 responses from the credential's URL; items, polls, webhooks with Fetch Record, lists in the editor and credential tests: ${asked} tunnels requested through n8n's environment, and the token reached none of the hostile hosts`,
			);
		} finally {
			await n8n().restart();
		}
	});
}
