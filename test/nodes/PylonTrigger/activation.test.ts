import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { activateTrigger, deactivateTrigger } from '../../support/webhookHooks';

const node = new PylonTrigger();

const ON = { useWithTrigger: true };

const SIGNING = { ...ON, webhookSecret: 'secret' };

const BY_HEADER = { ...ON, verifyByHeader: true };

const advice =
	"Add the webhook signing secret to the Pylon credential: Pylon shows it once, when the webhook is created under Settings > Integrations & dev > Webhooks. Paste it into 'Webhook Signing Secret'.";

test.each(['webhook', 'manual'] as const)('starts with a secret (%s)', async (mode) => {
	const { called, error } = await activateTrigger({ node, mode, credentials: SIGNING });
	expect(error).toBeUndefined();
	expect(called).toEqual(['checkExists', 'create']);
});

test.each([
	['activate', 'webhook', {}],
	['activate', 'webhook', { webhookSecret: '' }],
	['activate', 'webhook', { webhookSecret: ' \n' }],
	['activate', 'webhook', { webhookSecret: '', previousWebhookSecret: 'secret' }],
	['init', 'webhook', {}],
	['manual', 'manual', {}],
] as const)(
	'does not start without a current secret: %s, mode %s, credential %j',
	async (activation, mode, credentials) => {
		const { error } = await activateTrigger({
			node,
			mode,
			activation,
			credentials: { ...ON, ...credentials },
		});
		expect(error).toMatchObject({ name: 'NodeOperationError', message: advice });
		expect((error as Error & { description: string }).description).toContain('forged');
	},
);

describe('a switch of the credential that is off hides the secret', () => {
	const secrets = { webhookSecret: 'secret', webhookHeaderSecret: 'secret' };
	const header = { verification: 'header', headerName: 'X-Webhook-Secret' };

	test.each([
		[{}, {}, 'Use With Pylon Trigger'],
		[{}, { useWithTrigger: false, rotateSecret: true }, 'Use With Pylon Trigger'],
		[header, { verifyByHeader: true }, 'Use With Pylon Trigger'],
		[header, ON, 'Verify by Header'],
	])('does not start: %j, %j', async (parameters, switches, name) => {
		const { error } = await activateTrigger({
			node,
			parameters,
			credentials: { ...secrets, ...switches },
		});
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `Switch on '${name}' in the Pylon credential`,
			description: expect.stringMatching(
				/^Then fill in 'Webhook (Signing|Header) Secret' there\. Without it, .* forged/,
			),
		});
	});
});

describe('verification by a header', () => {
	const parameters = { verification: 'header', headerName: 'X-Webhook-Secret' };

	test('starts with its secret, and no signing secret', async () => {
		const { error, log } = await activateTrigger({
			node,
			parameters,
			credentials: { ...BY_HEADER, webhookHeaderSecret: 'a-long-random-secret' },
		});
		expect({ error, log }).toEqual({ error: undefined, log: [] });
	});

	test.each<Record<string, string>>([
		{},
		{ webhookSecret: 'signing' },
		{ webhookHeaderSecret: ' ', previousWebhookHeaderSecret: 'secret' },
	])('does not start without it: credential %j', async (credentials) => {
		const { error } = await activateTrigger({
			node,
			parameters,
			credentials: { ...BY_HEADER, ...credentials },
		});
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining("'Webhook Header Secret'"),
		});
	});

	test.each(['', ' ', 'two words', 'a:', 'ä'])(
		'does not start with the header name %j',
		async (headerName) => {
			const { error } = await activateTrigger({
				node,
				parameters: { ...parameters, headerName },
				credentials: { ...BY_HEADER, webhookHeaderSecret: 'secret' },
			});
			expect(error?.message).toBe("Fill in 'Header Name'");
		},
	);
});

test('without verification it starts, and the log warns', async () => {
	const { error, log } = await activateTrigger({
		node,
		parameters: { verification: 'none' },
		credentials: {},
	});
	expect(error).toBeUndefined();
	expect(log).toMatchObject([
		{
			level: 'warn',
			message: expect.stringContaining('accepts every call to its URL from anybody'),
		},
	]);
});

test.each([
	[{ events: [] }, "Choose at least one event under 'Trigger On'"],
	[{ events: ['custom'] }, "'Custom Event Names' is empty"],
	[{ events: ['issue_created', 'custom'], customEvents: ' , ' }, "'Custom Event Names' is empty"],
])('does not start without an event: %j', async (parameters, message) => {
	const { error } = await activateTrigger({ node, parameters, credentials: SIGNING });
	expect(error).toMatchObject({ name: 'NodeOperationError', message });
});

describe('a secret that could be guessed', () => {
	const switches = { useWithTrigger: true, rotateSecret: true, verifyByHeader: true };

	test.each([
		[{}, { webhookSecret: 'x'.repeat(15) }, 'Webhook Signing Secret'],
		[{}, { webhookSecret: 'x'.repeat(16), previousWebhookSecret: 'y' }, 'Webhook Signing Secret'],
		[{ verification: 'header' }, { webhookHeaderSecret: 'short' }, 'Webhook Header Secret'],
	])('starts, and the log warns: %j, %j', async (parameters, credentials, name) => {
		const { error, log } = await activateTrigger({
			node,
			parameters,
			credentials: { ...switches, ...credentials },
		});
		expect(error).toBeUndefined();
		expect(log).toMatchObject([
			{
				level: 'warn',
				message: expect.stringContaining(
					`'${name}' of the Pylon credential, or the previous one, has fewer than 16 characters`,
				),
			},
		]);
		for (const secret of Object.values(credentials))
			if (secret.length > 3) expect(JSON.stringify(log)).not.toContain(secret);
	});

	test('one of 16 characters is none', async () => {
		expect(
			(await activateTrigger({ node, credentials: { ...switches, webhookSecret: 'x'.repeat(16) } }))
				.log,
		).toEqual([]);
	});
});

test("does not start without a credential, with n8n's own words", async () => {
	const { error } = await activateTrigger({ node });
	expect(error?.message).toBe('Node does not have any credentials set');
});

test('stops without a secret', async () => {
	const { called, error } = await deactivateTrigger({ node, credentials: {} });
	expect(error).toBeUndefined();
	expect(called).toEqual(['delete']);
});
