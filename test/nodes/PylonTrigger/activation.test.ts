import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { activateTrigger, deactivateTrigger } from '../../support/webhook';

const node = new PylonTrigger();
const advice =
	"Add the webhook signing secret to the Pylon credential: Pylon shows it in Settings > Webhooks when the webhook is made. Paste it into 'Webhook Signing Secret'.";

test.each(['webhook', 'manual'] as const)('starts with a secret (%s)', async (mode) => {
	const { called, error } = await activateTrigger({ node, mode, credentials: { webhookSecret: 'secret' } });
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
	const { error } = await activateTrigger({ node, mode, activation, credentials });
	expect(error).toMatchObject({ name: 'NodeOperationError', message: advice });
	expect((error as Error & { description: string }).description).toContain('forged');
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
