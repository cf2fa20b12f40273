import { clock } from '../../../../nodes/shared/client/clock';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { runNode } from '../../../support/engine';
import { searchList } from '../../../support/loadOptions';
import { askPylonFromTrigger } from './support/askingTrigger';
import { dripping, type Dripping, type DripsIn } from './support/dripping';
import { errorOf, getContact, listContacts, pylonNode, runPylon } from './support/run';

const TIMEOUT_MS = 300;
let server: Dripping | undefined;

afterEach(async () => {
	jest.restoreAllMocks();
	await server?.close();
	server = undefined;
});

const start = async (where: DripsIn) => {
	server = await dripping(where);
	return server;
};

const requestOptions = { timeout: TIMEOUT_MS, maxTries: 1 };
const tooSlow = { message: 'Pylon did not answer in time', code: 'ETIMEDOUT' };

describe.each(['header', 'body'] as const)('a server that drips in the %s, for ever', (where) => {
	test("an item ends after 'Timeout'", async () => {
		const { credentials } = await start(where);
		const { items } = await runPylon(credentials, { ...getContact('1'), requestOptions }, [{}], {
			onError: 'continueRegularOutput',
		});
		expect(errorOf(items[0])).toMatchObject(tooSlow);
		expect(errorOf(items[0])?.description).toContain("increase 'Timeout'");
	});

	test('a create says that it may have been carried out', async () => {
		const { credentials } = await start(where);
		const create = {
			resource: 'tag',
			operation: 'create',
			tagName: 'vip',
			objectType: 'issue',
			requestOptions,
		};
		const { items } = await runPylon(credentials, create, [{}], {
			onError: 'continueRegularOutput',
		});
		expect(errorOf(items[0])).toMatchObject({ ...tooSlow, maybeProcessed: true });
	});

	test('a trigger ends after its own time', async () => {
		const { credentials } = await start(where);
		const { error } = await askPylonFromTrigger(
			credentials,
			async (client) => await client.record({ template: '/me' }),
			{
				timeoutMs: TIMEOUT_MS,
				tries: 1,
			},
		);
		expect(error).toMatchObject({
			message: tooSlow.message,
			context: { pylon: { code: 'ETIMEDOUT' } },
		});
		expect(error?.description).not.toContain('Request Options');
	});

	test('a trigger ends when it is told to', async () => {
		const { credentials } = await start(where);
		const { error } = await askPylonFromTrigger(
			credentials,
			async (client) => await client.record({ template: '/me' }),
			{
				timeoutMs: 60_000,
				signal: AbortSignal.timeout(TIMEOUT_MS),
			},
		);
		expect(error).toMatchObject({ message: 'The execution was stopped' });
	});

	test('a picker says so', async () => {
		const { credentials } = await start(where);
		jest.spyOn(clock, 'deadline').mockImplementation(() => AbortSignal.timeout(TIMEOUT_MS));
		await expect(searchList(new Pylon(), 'searchContacts', credentials)).rejects.toThrow(
			/^Pylon did not answer in time\. /,
		);
	});
});

test('a list whose second page drips', async () => {
	const { credentials } = await start('second page');
	const { error, items } = await runPylon(credentials, { ...listContacts(), requestOptions });
	expect(error).toMatchObject({ message: tooSlow.message });
	expect(items).toEqual([]);
});

test('the connection is closed', async () => {
	const { credentials } = await start('body');
	await runPylon(credentials, { ...getContact('1'), requestOptions });
	while (server?.open !== 0) await new Promise((resolve) => setImmediate(resolve));
});

test('an upload has more time, in proportion to its size', async () => {
	const { credentials } = await start('header');
	const deadline = jest
		.spyOn(clock, 'deadline')
		.mockImplementation(() => AbortSignal.timeout(TIMEOUT_MS));
	const data = Buffer.alloc(1_000_000).toString('base64');
	const items = [
		{ json: {}, binary: { data: { data, mimeType: 'text/plain', fileName: 'a.txt' } } },
	];
	const parameters = { resource: 'attachment', operation: 'create', requestOptions };
	const { error } = await runNode({ node: pylonNode, credentials, parameters, items });
	expect(error).toMatchObject({ message: tooSlow.message });
	// 50 kB a second.
	const [[given]] = deadline.mock.calls;
	expect(given).toBeGreaterThan(TIMEOUT_MS + 20_000 - 1);
	expect(given).toBeLessThan(TIMEOUT_MS + 20_000 + 100);
});
