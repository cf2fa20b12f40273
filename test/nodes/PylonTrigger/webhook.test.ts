import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { deliver, listenForWebhooks } from '../../support/webhook';
import {
	credentials,
	deliverTo,
	expectRefusal,
	PAYLOAD,
	PREVIOUS,
	SECRET,
	signed,
} from './support/deliveries';

describe('accepted', () => {
	test.each(['webhook', 'manual'] as const)(
		'a signed delivery becomes one item (%s)',
		async (mode) => {
			const before = Date.now();
			const { status, body, workflowData, log } = await deliverTo({ mode });
			expect({ status, body, log }).toEqual({ status: 200, body: 'Received', log: [] });
			expect(workflowData).toEqual([
				[
					{
						json: {
							event: 'issue_created',
							body: JSON.parse(PAYLOAD),
							deliveryKey: createHash('sha256').update(PAYLOAD).digest('hex'),
							bodyHash: createHash('sha256').update(PAYLOAD).digest('hex'),
							receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
						},
					},
				],
			]);
			const receivedAt = Date.parse(workflowData?.[0][0].json.receivedAt as string);
			expect(receivedAt).toBeGreaterThanOrEqual(before);
			expect(receivedAt).toBeLessThanOrEqual(Date.now());
		},
	);

	test('with the previous secret', async () => {
		expect((await deliverTo({ headers: signed(PAYLOAD, PREVIOUS) })).status).toBe(200);
	});

	test('not with the previous secret once the rotation has ended', async () => {
		const ended = { ...credentials, rotateSecret: false };
		expectRefusal(
			await deliverTo({ credentials: ended, headers: signed(PAYLOAD, PREVIOUS) }),
			401,
			'mismatch',
		);
		expect((await deliverTo({ credentials: ended })).status).toBe(200);
	});

	test('with a secret that was pasted with spaces and a line break', async () => {
		const pasted = {
			...credentials,
			webhookSecret: ` ${SECRET}\n`,
			previousWebhookSecret: `\t${PREVIOUS} `,
		};
		expect((await deliverTo({ credentials: pasted })).status).toBe(200);
		expect(
			(await deliverTo({ credentials: pasted, headers: signed(PAYLOAD, PREVIOUS) })).status,
		).toBe(200);
	});

	test.each([
		'text/plain',
		'application/x-www-form-urlencoded',
		'application/xml',
		'multipart/form-data; boundary=x',
		'',
	])('whatever the content type: "%s"', async (type) => {
		const result = await deliverTo({ headers: { ...signed(PAYLOAD), 'content-type': type } });
		expect(result.status).toBe(200);
		expect(result.workflowData?.[0][0].json.body).toEqual(JSON.parse(PAYLOAD));
	});

	test('zipped, signed over the unzipped bytes', async () => {
		const headers = { ...signed(PAYLOAD), 'content-encoding': 'gzip' };
		const result = await deliverTo({ rawBody: gzipSync(PAYLOAD), headers });
		expect(result.workflowData?.[0][0].json.body).toEqual(JSON.parse(PAYLOAD));
	});

	test('bytes that are no UTF-8, signed as they are', async () => {
		const rawBody = Buffer.concat([
			Buffer.from('{"title":"'),
			Buffer.from([0xff, 0xfe]),
			Buffer.from('"}'),
		]);
		const result = await deliverTo({ rawBody });
		expect(result.workflowData?.[0][0].json.body).toEqual({ title: '\uFFFD\uFFFD' });
		expect(result.workflowData?.[0][0].json.bodyHash).toBe(
			createHash('sha256').update(rawBody).digest('hex'),
		);
	});

	test('prototype keys', async () => {
		const rawBody = '{"__proto__":{"polluted":true},"toString":"x"}';
		const { workflowData } = await deliverTo({ rawBody });
		expect(JSON.stringify(workflowData?.[0][0].json.body)).toBe(rawBody);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('a body of 15 MB', async () => {
		const rawBody = JSON.stringify({ text: 'x'.repeat(15 * 1024 * 1024) });
		expect((await deliverTo({ rawBody })).status).toBe(200);
	});

	test('100 calls at once, forged ones between them', async () => {
		const listener = await listenForWebhooks({ node: new PylonTrigger(), credentials });
		const bodies = Array.from({ length: 100 }, (_, n) =>
			JSON.stringify({ event: 'issue_created', issue_id: `issue-${n}` }),
		);
		const answers = await Promise.all(
			bodies.map((rawBody, n) =>
				deliver(listener.url, { rawBody, headers: signed(n % 5 === 0 ? `${rawBody} ` : rawBody) }),
			),
		);
		await listener.close();
		expect(answers.map(({ status }) => status)).toEqual(
			bodies.map((_, n) => (n % 5 === 0 ? 401 : 200)),
		);
		const started = listener.executions
			.map((items) => JSON.stringify(items[0][0].json.body))
			.sort();
		expect(started).toEqual(bodies.filter((_, n) => n % 5 !== 0).sort());
		expect(listener.thrown).toEqual([]);
	});
});
