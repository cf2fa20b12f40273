import { waitUntilReady } from '../../../sandbox/n8n/process';
import type { KeptProcess } from '../../../sandbox/n8n/keptProcess';
import { withLoopback } from '../../support/loopback';

const loopback = withLoopback();

/** An n8n as far as `waitUntilReady` looks at it. */
const n8n = (ended?: number) =>
	({ ended: () => ended, log: () => 'the end of the log' }) as unknown as KeptProcess;

test('an n8n that takes connections and answers nothing is given up at the deadline', async () => {
	const silent = await loopback.serve(() => undefined);
	await expect(waitUntilReady(n8n(), [silent.url], 300)).rejects.toThrow(
		"n8n did not answer within 0.3 s.\nThe end of n8n's log:\nthe end of the log",
	);
});

test('one that has ended is given up at once', async () => {
	const { url } = await loopback.nobody();
	await expect(waitUntilReady(n8n(1), [url], 60_000)).rejects.toThrow(
		'n8n ended while starting (1).',
	);
});

test('it is ready when all addresses answer well', async () => {
	let count = 0;
	const { url } = await loopback.serve((_, response) => {
		response.statusCode = ++count > 2 ? 200 : 503;
		response.end();
	});
	await waitUntilReady(n8n(), [`${url}/a`, `${url}/b`], 60_000);
	expect(count).toBe(4);
});
