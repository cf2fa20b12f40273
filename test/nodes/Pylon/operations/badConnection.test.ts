import { seedIds } from '../../../../sandbox/pylon';
import { withLoopback } from '../../../support/loopback';
import { byId } from '../../../support/locator';
import { credentialsFor, withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';
import { setAccount } from './support/setAccount';

const pylon = withPylon({ checkReplies: true });
const loopback = withLoopback();

const { globex, initech } = seedIds.accounts;

const { ada, carla } = seedIds.contacts;

describe('the credential', () => {
	const me = { resource: 'me', operation: 'get' };

	test.each([' simulated-us-token', 'simulated-us-token\n', '\t simulated-us-token \r\n'])(
		'a token with white space around it: %j',
		async (apiToken) => {
			const { items, error } = await runPylon({ ...pylon.credentials, apiToken }, me);
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
		},
	);

	test('a token of the other region', async () => {
		const { sim } = pylon;
		const { error } = await runPylon(credentialsFor(sim, { apiToken: sim.tokens.eu }), me);
		expect(error).toMatchObject({
			message: 'This API token belongs to the other Pylon region',
			httpCode: '401',
			context: { itemIndex: 0 },
		});
		expect((error as { description?: string }).description).toContain('host of the other region');
		expect(
			(await runPylon(credentialsFor(sim, { apiToken: sim.tokens.eu, baseUrl: sim.euUrl }), me))
				.error,
		).toBeUndefined();
	});

	test.each(['', '  '])('no token: %j', async (apiToken) => {
		const { error } = await runPylon({ ...pylon.credentials, apiToken }, me);
		expect(error?.message).toBe("'API Token' of the Pylon credential cannot be used");
		expect(pylon.sim.requests).toEqual([]);
	});
});

describe('Pylon is not there', () => {
	const once = { requestOptions: { maxTries: 1 } };
	const write = setAccount({ contactId: byId(ada), accountId: byId(globex), ...once });
	const merge = {
		resource: 'account',
		operation: 'merge',
		accountId: byId(globex),
		mergeAccountIds: initech,
		...once,
	};
	const descriptionOf = (error: Error | undefined) =>
		(error as { description?: string }).description;

	test.each([
		['an update', write],
		['a merge', merge],
	])('refused: %s', async (_, parameters) => {
		const closed = await loopback.nobody();
		const { error } = await runPylon({ ...pylon.credentials, baseUrl: closed.url }, parameters);
		expect(error).toMatchObject({
			message: `Nothing answers at ${closed.url}`,
			context: { itemIndex: 0 },
		});
		expect(descriptionOf(error)).toContain("Check 'Base URL' of the credential");
	});

	test('no answer in time: what may have happened is said', async () => {
		pylon.sim.faults.add({ kind: 'never-answer', processed: true });
		const timeout = { requestOptions: { maxTries: 1, timeout: 200 } };
		const late = await runPylon(pylon.credentials, { ...merge, ...timeout });
		expect(late.error).toMatchObject({
			message: 'Pylon did not answer in time',
			context: { itemIndex: 0 },
		});
		expect(descriptionOf(late.error)).toContain('Pylon may have processed it anyway');
		expect(descriptionOf(late.error)).toContain(`which of these are still there: ${initech}`);
		const read = { resource: 'account', operation: 'get', accountId: byId(globex), ...timeout };
		expect(descriptionOf((await runPylon(pylon.credentials, read)).error)).toContain(
			"increase 'Timeout'",
		);
	});

	test.each([200, 403, 502])('a web page with status %d', async (status) => {
		pylon.sim.faults.add({ kind: 'html', status });
		const { error } = await runPylon(pylon.credentials, write);
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(error?.message).toMatch(/web page|status 502/);
		expect(descriptionOf(error)).toMatch(/\w/);
	});

	test('each item of a run says so by itself with continue-on-fail', async () => {
		pylon.sim.faults.add({ kind: 'html', status: 200, every: 2 });
		const inputs = [ada, carla, ada].map((contact) => ({ contact, account: globex }));
		const { items } = await runPylon(
			pylon.credentials,
			setAccount({ requestOptions: { maxTries: 1, concurrency: 1 } }),
			inputs,
			{ continueOnFail: true },
		);
		expect(items.map((item) => [item.pairedItem, errorOf(item) !== undefined])).toEqual([
			[{ item: 0 }, false],
			[{ item: 1 }, true],
			[{ item: 2 }, false],
		]);
	});
});
