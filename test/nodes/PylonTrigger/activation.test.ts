import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { activateTrigger, deactivateTrigger } from '../../support/webhook';

const node = new PylonTrigger();
const ON = { useWithTrigger: true };
const SIGNING = { ...ON, webhookSecret: 'secret' };
const BY_HEADER = { ...ON, verifyByHeader: true };
const advice =
	"Add the webhook signing secret to the Pylon credential: Pylon shows it once, when the webhook is made under Settings > Integrations & dev > Webhooks. Paste it into 'Webhook Signing Secret'.";

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
] as const)('does not start without a current secret: %s, mode %s, credential %j', async (activation, mode, credentials) => {
	const { error } = await activateTrigger({ node, mode, activation, credentials: { ...ON, ...credentials } });
	expect(error).toMatchObject({ name: 'NodeOperationError', message: advice });
	expect((error as Error & { description: string }).description).toContain('forged');
});

describe('a switch of the credential that is off hides the secret', () => {
	const secrets = { webhookSecret: 'secret', webhookHeaderSecret: 'secret' };
	const header = { verification: 'header', headerName: 'X-Webhook-Secret' };

	test.each([
		[{}, {}, 'Use With Pylon Trigger'],
		[{}, { useWithTrigger: false, rotateSecret: true }, 'Use With Pylon Trigger'],
		[header, { verifyByHeader: true }, 'Use With Pylon Trigger'],
		[header, ON, 'Verify by Header'],
	])('does not start: %j, %j', async (parameters, switches, name) => {
		const { error } = await activateTrigger({ node, parameters, credentials: { ...secrets, ...switches } });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `Switch on '${name}' in the Pylon credential`,
			description: expect.stringMatching(/^Then fill in 'Webhook (Signing|Header) Secret' there\. Without it, calls .* forged/),
		});
	});
});

describe('verification by a header', () => {
	const parameters = { verification: 'header', headerName: 'X-Webhook-Secret' };

	test('starts with its secret, and no signing secret', async () => {
		const { error, log } = await activateTrigger({ node, parameters, credentials: { ...BY_HEADER, webhookHeaderSecret: 'a-long-random-secret' } });
		expect({ error, log }).toEqual({ error: undefined, log: [] });
	});

	test.each<Record<string, string>>([{}, { webhookSecret: 'signing' }, { webhookHeaderSecret: ' ', previousWebhookHeaderSecret: 'secret' }])(
		'does not start without it: credential %j',
		async (credentials) => {
			const { error } = await activateTrigger({ node, parameters, credentials: { ...BY_HEADER, ...credentials } });
			expect(error).toMatchObject({ name: 'NodeOperationError', message: expect.stringContaining("'Webhook Header Secret'") });
		},
	);

	test.each(['', ' ', 'two words', 'a:', 'ä'])('does not start with the header name %j', async (headerName) => {
		const { error } = await activateTrigger({
			node,
			parameters: { ...parameters, headerName },
			credentials: { ...BY_HEADER, webhookHeaderSecret: 'secret' },
		});
		expect(error?.message).toBe("Fill in 'Header Name'");
	});
});

test('without verification it starts, and the log warns', async () => {
	const { error, log } = await activateTrigger({ node, parameters: { verification: 'none' }, credentials: {} });
	expect(error).toBeUndefined();
	expect(log).toMatchObject([{ level: 'warn', message: expect.stringContaining('accepts every call to its URL, from anybody') }]);
});

test.each([{ events: [] }, { events: ['custom'] }, { events: ['custom'], customEvents: ' , ' }])(
	'does not start without an event: %j',
	async (parameters) => {
		const { error } = await activateTrigger({ node, parameters, credentials: SIGNING });
		expect(error?.message).toBe("Choose at least one event under 'Trigger On'");
	},
);

describe('a condition that is left empty', () => {
	const good = { field: 'state', operator: 'equals', value: 'new' };
	const start = (...condition: object[]) =>
		activateTrigger({ node, parameters: { conditions: { condition } } as never, credentials: SIGNING });

	test.each<[object, string]>([
		[{ ...good, field: '' }, 'Field'],
		[{ ...good, field: ' ', operator: 'exists' }, 'Field'],
		[{ ...good, value: '' }, 'Value'],
		[{ ...good, operator: 'notEquals', value: ' ' }, 'Value'],
		[{ ...good, operator: 'contains', value: '={{ "" }}' }, 'Value'],
		[{ ...good, operator: 'notOneOf', value: ' , ,' }, 'Value'],
	])('does not start: %j', async (condition, missing) => {
		const { error } = await start(good, condition);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `'Condition 2' of 'Conditions' has no '${missing}'`,
			description: expect.stringContaining('remove the condition'),
		});
	});

	test.each([good, { ...good, value: 0 }, { field: 'tags', operator: 'exists', value: '' }, { field: 'tags', operator: 'notExists' }])(
		'one that is filled in starts: %j',
		async (condition) => {
			expect((await start(condition)).error).toBeUndefined();
		},
	);
});

describe('a condition on the record', () => {
	const condition = [{ field: 'record.tags', operator: 'notContains', value: 'billing' }];
	const start = (parameters: object, mode: 'webhook' | 'manual' = 'webhook') =>
		activateTrigger({ node, mode, parameters: { conditions: { condition }, ...parameters } as never, credentials: SIGNING });

	test.each([
		[{}, 'webhook'],
		[{ fetchRecord: 'none' }, 'webhook'],
		[{}, 'manual'],
	] as const)('does not start without one: %j, %s', async (parameters, mode) => {
		expect((await start(parameters, mode)).error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Condition 1' looks at the record, but 'Fetch Record' is 'None'",
			description: expect.stringContaining("under 'Fetch Record'"),
		});
	});

	test('starts with one', async () => {
		expect((await start({ fetchRecord: 'issue' })).error).toBeUndefined();
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
