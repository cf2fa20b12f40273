import { gzipSync } from 'node:zlib';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { callTrigger, deliver, listenForWebhooks } from '../../support/webhook';
import {
	credentials,
	deliverTo,
	expectRefusal,
	PAYLOAD,
	PREVIOUS,
	signed,
} from './support/deliveries';

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
				"The body is not valid JSON. Most likely a text variable in the payload template of the Pylon trigger contains a quote or a line break: send only IDs, and let the Pylon Trigger node in n8n fetch the rest ('Fetch Record').",
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
