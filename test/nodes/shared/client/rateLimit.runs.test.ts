import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { addContacts } from '../../../../sandbox/pylon';
import { clock } from '../../../../nodes/shared/client/clock';
import { callsAtFirst, rememberedLimits } from '../../../../nodes/shared/client/rateLimit';
import { withPylon } from '../../../support/pylon';
import { getContact, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const WINDOW = 60_000;
const pylon = withPylon({ seed: 'empty', clock: () => clock.now() });
const time = withVirtualTime();
afterEach(() => {
	pylon.sim.limits.set(false);
});

const run = async (
	count: number,
	token = pylon.sim.tokens.us,
	more: { operation?: string; requestOptions?: IDataObject } = {},
) => {
	const inputs = addContacts(pylon.sim.state, count).map((id) => ({ id }));
	const started = time.now();
	const credentials = { ...pylon.credentials, apiToken: token };
	const parameters = {
		...getContact(),
		...more,
		requestOptions: { longestWait: 3600, ...more.requestOptions },
	} as INodeParameters;
	const result = await runPylon(credentials, parameters, inputs);
	return { ...result, ms: time.now() - started };
};

const refused = () => pylon.sim.requests.filter(({ status }) => status === 429).length;

describe.each(
	(['fixed', 'sliding'] as const).flatMap((kind) =>
		(['automatic', 5] as const).map((concurrency) => ({ kind, concurrency })),
	),
)("Pylon's limit of 30 deletes in $kind windows of a minute, $concurrency at once", (given) => {
	const { kind, concurrency } = given;
	const options = { operation: 'delete', requestOptions: { concurrency } };
	beforeEach(() => pylon.sim.limits.set({ perMinute: 'openapi', windowMs: WINDOW, kind }));

	test('nothing is lost, no window is wasted, and at most two calls are refused per window', async () => {
		const { items, error, ms } = await run(150, undefined, options);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(150);
		expect(ms).toBeGreaterThanOrEqual(4 * WINDOW);
		expect(ms).toBeLessThanOrEqual(4 * WINDOW * 1.1);
		expect(refused()).toBeLessThanOrEqual(4 * 2);
	});

	test('two runs at once on one token share what is known: no more is refused than of one', async () => {
		const both = await Promise.all([run(75, undefined, options), run(75, undefined, options)]);
		for (const { items, error } of both) {
			expect(error).toBeUndefined();
			expect(items).toHaveLength(75);
		}
		expect(refused()).toBeLessThanOrEqual(4 * 2);
	});
});

test('a limit that is lower than documented costs no more than the first requests at once', async () => {
	pylon.sim.limits.set({ perMinute: 30, windowMs: WINDOW });
	const { items, ms } = await run(150);
	expect(items).toHaveLength(150);
	expect(ms).toBeLessThanOrEqual(4 * WINDOW * 1.1);
	expect(refused()).toBeLessThanOrEqual(callsAtFirst(300) - 30 + 3 * 2);
});

test('a run that begins during a pause sends nothing until it ends', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 20_000, nth: [1] });
	const first = run(1);
	while (pylon.sim.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
	const second = run(3);
	await Promise.all([first, second]);
	const [refusedAt, ...others] = pylon.sim.requests.map(({ at }) => at);
	expect(others).toHaveLength(4);
	for (const at of others) expect(at).toBeGreaterThanOrEqual(refusedAt + 20_000);
});

test('another endpoint is not held up, and another token learns of the limit by itself', async () => {
	pylon.sim.limits.set({ perMinute: { getContact: 1 }, windowMs: WINDOW });
	await run(1);
	const blocked = run(1);
	const readOnly = await run(1, pylon.sim.tokens.readOnly);
	expect(readOnly.error).toBeUndefined();
	await runPylon(pylon.credentials, { resource: 'contact', operation: 'getAll', limit: 1 });
	// Both tokens are of one organization.
	expect(refused()).toBe(2);
	expect((await blocked).error).toBeUndefined();
});

test('what is remembered is forgotten a window after the last call', async () => {
	pylon.sim.limits.set({ perMinute: 5, windowMs: WINDOW });
	await run(20);
	expect(rememberedLimits()).toBeGreaterThan(0);
	time.advance(WINDOW);
	const other = { resource: 'contact', operation: 'getAll', limit: 1 };
	await runPylon(pylon.credentials, other);
	expect(rememberedLimits()).toBe(1);
});

test('a header that lags behind: no more is refused than a few calls per window', async () => {
	pylon.sim.limits.set({ perMinute: 300, windowMs: WINDOW, remaining: 'lagging' });
	const { items, ms } = await run(600);
	expect(items).toHaveLength(600);
	expect(ms).toBeLessThanOrEqual(WINDOW * 1.1);
	expect(refused()).toBeLessThanOrEqual(5);
});
