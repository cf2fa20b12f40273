import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { forgetAll } from '../../../nodes/PylonTrigger/decide/duplicates';
import { callTrigger, deliver, listenForWebhooks } from '../../support/webhook';
import {
	credentials,
	deliverTo,
	expectRefusal,
	PAYLOAD,
	PREVIOUS,
	SECRET,
	signed,
} from './deliveries';

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
		forgetAll();
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

describe('401', () => {
	const other = signed(PAYLOAD, 'another-secret')['x-pylon-signature'];
	const good = signed(PAYLOAD)['x-pylon-signature'];

	test.each<[string, Record<string, string | string[]>]>([
		['missing', { 'content-type': 'application/json' }],
		['missing', { 'x-pylon-signature': '' }],
		['missing', { 'pylon-webhook-signature': good }],
		['missing', { authorization: `Bearer ${good}` }],
		['repeated', { 'x-pylon-signature': [good, good] }],
		['repeated', { 'x-pylon-signature': [good, other] }],
		['repeated', { 'x-pylon-signature': [other, good] }],
		['malformed', { 'x-pylon-signature': `${good},${good}` }],
		['malformed', { 'x-pylon-signature': good.toUpperCase() }],
		['malformed', { 'x-pylon-signature': `sha256=${good}` }],
		['malformed', { 'x-pylon-signature': good.slice(1) }],
		['mismatch', { 'x-pylon-signature': other }],
		['mismatch', { 'x-pylon-signature': '0'.repeat(64) }],
	])('%s header: %j', async (check, headers) => {
		expectRefusal(await deliverTo({ headers }), 401, check);
	});

	test('one character of the signature changed, at every place', async () => {
		const listener = await listenForWebhooks({ node: new PylonTrigger(), credentials });
		const statuses = await Promise.all(
			[...good].map(async (digit, place) => {
				const changed =
					good.slice(0, place) + (parseInt(digit, 16) ^ 1).toString(16) + good.slice(place + 1);
				return (
					await deliver(listener.url, {
						rawBody: PAYLOAD,
						headers: { 'x-pylon-signature': changed },
					})
				).status;
			}),
		);
		await listener.close();
		expect(new Set(statuses)).toEqual(new Set([401]));
		expect(listener.executions).toEqual([]);
	});

	test.each([
		['a changed byte', PAYLOAD.replace('created', 'creates')],
		['the same JSON written anew', JSON.stringify(JSON.parse(PAYLOAD), null, 1)],
		['a line break more', `${PAYLOAD}\n`],
		['an empty body', ''],
	])('%s', async (_, rawBody) => {
		expectRefusal(await deliverTo({ rawBody, headers: signed(PAYLOAD) }), 401, 'mismatch', rawBody);
	});

	test('zipped, signed over the zipped bytes: n8n hands out only the unzipped ones', async () => {
		const rawBody = gzipSync(PAYLOAD);
		const headers = { ...signed(rawBody), 'content-encoding': 'gzip' };
		expectRefusal(await deliverTo({ rawBody, headers }), 401, 'mismatch', PAYLOAD);
	});

	test.each(['{', '[]', 'x'.repeat(100_000)])(
		'an unsigned body is not looked at: %.10s',
		async (rawBody) => {
			expectRefusal(await deliverTo({ rawBody, headers: {} }), 401, 'missing', rawBody);
		},
	);

	test.each([
		{ webhookSecret: '' },
		{ webhookSecret: ' \n' },
		{ webhookSecret: '', previousWebhookSecret: PREVIOUS },
	])('no secret in the credential: %j', async (fields) => {
		for (const secret of ['', ' \n', PREVIOUS]) {
			const result = await deliverTo({
				credentials: { ...credentials, previousWebhookSecret: '', ...fields },
				headers: signed(PAYLOAD, secret),
			});
			expectRefusal(result, 401, 'noSecret');
			expect(result.log[0].message).toContain('Settings > Integrations & dev > Webhooks');
		}
	});

	test('no credential', async () => {
		const result = await callTrigger({
			node: new PylonTrigger(),
			rawBody: PAYLOAD,
			headers: signed(PAYLOAD),
		});
		expectRefusal(result, 401, 'noCredential');
		expect(result.log[0].meta).toMatchObject({ cause: 'Node does not have any credentials set' });
	});
});

describe('400', () => {
	test.each([
		['', 'empty'],
		['  ', 'empty'],
		['{"title":"He said "hi""}', 'notJson'],
		['{"a":1', 'notJson'],
		['a=1', 'otherFormat'],
		[`${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'tooDeep'],
		['[{"a":1}]', 'notAnObject'],
		['"text"', 'notAnObject'],
		['42', 'notAnObject'],
		['null', 'notAnObject'],
	])('signed, but no JSON object: %j', async (rawBody, check) => {
		expectRefusal(await deliverTo({ rawBody }), 400, check, rawBody);
	});

	test('broken JSON names the likely cause and the way out', async () => {
		const { body } = await deliverTo({ rawBody: '{"title":"He said "hi""}' });
		expect(body).toEqual({
			message:
				"The body is not valid JSON. Most likely a text variable in the payload template of the Pylon trigger holds a quote or a line break: send only IDs, and let the Pylon Trigger node in n8n fetch the rest ('Fetch Record').",
		});
	});

	test('a body that is not what its encoding says', async () => {
		const headers = { ...signed(PAYLOAD), 'content-encoding': 'gzip' };
		const result = await deliverTo({ headers });
		expectRefusal(result, 400, 'unreadable');
		expect(result.log[0].meta).toMatchObject({ cause: 'incorrect header check' });
	});

	test('a body that unzips to more than n8n accepts', async () => {
		const big = JSON.stringify({ text: 'x'.repeat(100_000) });
		const rawBody = gzipSync(big);
		const headers = { ...signed(big), 'content-encoding': 'gzip' };
		expectRefusal(
			await deliverTo({ rawBody, headers, payloadLimit: 50_000 }),
			413,
			'tooLarge',
			big,
		);
	});
});
