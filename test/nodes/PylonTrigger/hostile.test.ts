import { emptyMemory } from '../../../nodes/PylonTrigger/memory';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { deliver, listenForWebhooks, type Listener } from '../../support/webhook';
import { credentials, PAYLOAD, secretsOf, signed } from './support/deliveries';
import { cutOff } from './support/rawCall';
import { unproven, proven, odd } from './support/hostileRows';

const rows = [...unproven, ...proven, ...odd];

const memory = emptyMemory();
let listener: Listener;
beforeAll(async () => {
	listener = await listenForWebhooks({ node: new PylonTrigger(memory), credentials });
});
beforeEach(() => {
	memory.deliveries.clear();
	listener.executions.length = 0;
	listener.log.length = 0;
});
afterAll(() => listener.close());

test('the table has at least 60 rows', () => {
	expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
	expect(unproven.length + proven.length).toBeGreaterThanOrEqual(60);
});

test.each(rows)('%s: %i', async (_, status, rawBody, headers) => {
	const answer = await deliver(listener.url, { rawBody, headers });
	expect({ status: answer.status, thrown: listener.thrown }).toEqual({ status, thrown: [] });
	expect(listener.executions).toHaveLength(status === 200 ? 1 : 0);
	const told = JSON.stringify([answer, listener.log, listener.executions]);
	for (const secret of secretsOf(credentials)) expect(told).not.toContain(secret);
	expect(Object.prototype).not.toHaveProperty('a');
	// Short sentences, whatever came.
	if (status !== 200) expect(JSON.stringify([answer.body, listener.log]).length).toBeLessThan(2500);
});

test.each([
	['in the middle of the body', { 'content-length': '1000' }, PAYLOAD],
	['before the body', { 'content-length': '1000' }, ''],
	['in the middle of a chunk', { 'transfer-encoding': 'chunked' }, `ff\r\n${PAYLOAD}`],
	[
		'with a chunk that has no length',
		{ 'transfer-encoding': 'chunked' },
		`zz\r\n${PAYLOAD}\r\n0\r\n\r\n`,
	],
])(
	'a call that breaks off %s starts nothing, and the next one is answered',
	async (where, headers, body) => {
		await cutOff(listener.url, { ...signed(PAYLOAD), ...headers }, body);
		expect(listener.executions).toEqual([]);
		const next = JSON.stringify({ where });
		expect(await deliver(listener.url, { rawBody: next, headers: signed(next) })).toMatchObject({
			status: 200,
			body: 'Received',
		});
		expect(listener.executions).toHaveLength(1);
	},
);
