import { WebhookContext } from 'n8n-core';
import type { IWebhookFunctions } from 'n8n-workflow';

import { clock } from '../../../nodes/shared/client/clock';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { warnOncePerMinute } from '../../../nodes/PylonTrigger/warnOncePerMinute';
import { deliver, listenForWebhooks, type Listener } from '../../support/webhook';
import { credentials, PAYLOAD, signed } from './support/deliveries';

let listener: Listener;
let now = 0;
let reads: jest.SpyInstance;

beforeEach(async () => {
	now = Date.parse('2026-11-27T12:00:00Z');
	jest.spyOn(clock, 'now').mockImplementation(() => now);
	reads = jest.spyOn(WebhookContext.prototype, 'getCredentials');
	listener = await listenForWebhooks({ node: new PylonTrigger(), credentials });
});

afterEach(async () => {
	await listener.close();
	jest.restoreAllMocks();
});

const call = async (headers: Record<string, string>) =>
	(await deliver(listener.url, { rawBody: PAYLOAD, headers })).status;

test('of refused calls, the first of each reason is logged in a minute, and the next line says how many there were', async () => {
	for (let n = 0; n < 40; n++) {
		expect(await call({})).toBe(401);
		expect(await call({ 'x-pylon-signature': 'forged' })).toBe(401);
		expect(await call(signed(PAYLOAD, 'another-secret'))).toBe(401);
	}
	expect(listener.log.map(({ meta }) => (meta as { check: string }).check)).toEqual([
		'missing',
		'malformed',
		'mismatch',
	]);
	now += 60_000;
	await call({});
	await call({});
	expect(listener.log.slice(3)).toMatchObject([
		{ level: 'warn', meta: { check: 'missing', sinceThen: 39 } },
	]);
	now += 60_000;
	await call({});
	now += 60_000;
	await call({});
	expect(
		listener.log.slice(4).map(({ meta }) => (meta as { sinceThen?: number }).sinceThen),
	).toEqual([1, undefined]);
});

test("nothing is kept from the log when n8n's clock was set back", async () => {
	await call({});
	now -= 24 * 3_600_000;
	await call({});
	await call({});
	expect(listener.log).toHaveLength(2);
});

test('a call whose header is missing or no signature costs no read of the credential', async () => {
	await call({});
	for (const signature of ['', 'forged']) await call({ 'x-pylon-signature': signature });
	expect(reads).not.toHaveBeenCalled();
	await call(signed(PAYLOAD));
	expect(reads).toHaveBeenCalled();
});

test('each trigger of each workflow has its own minute', () => {
	const written = new Map();
	const warn = jest.fn();
	for (const [workflowId, id] of ['a1', 'a2', 'b1', 'a1']) {
		const context = {
			getNode: () => ({ id, name: 'Pylon Trigger' }),
			getWorkflow: () => ({ id: workflowId }),
			logger: { warn },
		} as unknown as IWebhookFunctions;
		warnOncePerMinute(context, written, 'missing', 'Refused', {});
	}
	expect(warn).toHaveBeenCalledTimes(3);
});
