import { randomUUID } from 'node:crypto';
import type { Credential, SavedWorkflow } from '../../../sandbox/n8n/api';
import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import { seedIds, type WebhookOptions } from '../../../sandbox/pylon';
import type { N8nUnderTest } from '../check';
import { by, type Json, pylonNode, save } from './flow';

/** A published workflow of a Pylon Trigger and a node that sets a contact's account from the payload. */
export interface Hook {
	workflow: SavedWorkflow;
	/** Sends a signed webhook and returns n8n's answer. */
	send(tamper?: WebhookOptions['tamper']): Promise<{ status: number; body: string }>;
}

const trigger = 'Pylon Trigger';

async function stored(
	n8n: N8nUnderTest,
	parameters: Json,
	webhookId: string,
	credentials?: Json,
): Promise<SavedWorkflow> {
	const first = pylonNode(n8n, 'pylonTrigger', parameters, { name: trigger, webhookId });
	return await save(n8n, [
		credentials === undefined
			? first
			: { ...first, credentials: credentials as typeof first.credentials },
		pylonNode(n8n, 'pylon', {
			resource: 'contact',
			operation: 'setAccount',
			contactId: by('id', '={{ $json.body.contact_id }}'),
			target: 'account',
			accountId: by('id', '={{ $json.body.account_id }}'),
		}),
	]);
}

/**
 * Publishes the workflow for the time of the check.
 *
 * @param n8n in which it runs
 * @param parameters of its trigger
 * @returns the workflow, and how to send it a webhook
 */
export async function publishHook(n8n: N8nUnderTest, parameters: Json = {}): Promise<Hook> {
	const webhookId = randomUUID();
	const workflow = await stored(n8n, parameters, webhookId);
	await n8n.api.publishWorkflow(workflow);
	n8n.after(async () => await n8n.api.unpublishWorkflow(workflow));
	return {
		workflow,
		send: async (tamper) =>
			await n8n.pylon.sendWebhook({
				url: `${n8n.n8n.url}/webhook/${webhookId}/webhook`,
				secret: WEBHOOK_SECRET,
				object: { type: 'issue', id: seedIds.issues.first },
				template: JSON.stringify({
					contact_id: '{{issue.requester.id}}',
					account_id: seedIds.accounts.globex,
				}),
				tamper,
			}),
	};
}

/**
 * Tries to publish the workflow with another credential.
 *
 * @param n8n in which it would run
 * @param credential its data in plain text; it is stored first
 * @throws Error with what n8n says
 */
export async function publishWith(n8n: N8nUnderTest, credential: Credential): Promise<void> {
	const id = await n8n.api.createCredential(credential);
	const credentials = { [credential.type]: { id, name: credential.name } };
	const workflow = await stored(
		{ ...n8n, credential: { ...credential, id } },
		{},
		randomUUID(),
		credentials,
	);
	n8n.after(async () => await n8n.api.unpublishWorkflow(workflow));
	await n8n.api.publishWorkflow(workflow);
}
