import { seedIds } from '../pylon';
import { type Sandbox, WEBHOOK_SECRET } from './sandbox';

/** What one signed webhook did to a contact. Accounts are ids; null is "no account". */
export interface Outcome {
	contactId: string;
	wantedAccountId: string;
	before: string | null;
	after: string | null;
	executionId: string;
	/** Why the contact does not have the wanted account; undefined when it has. */
	problem?: string;
}

/** The seeded issue whose requester, Ada, has no account yet. */
export const WEBHOOK_OBJECT = { type: 'issue', id: seedIds.issues.first } as const;

/**
 * Writes the payload template of the webhook workflow.
 *
 * @param accountId the account that the workflow gives to the contact
 * @returns JSON with a variable of Pylon's in it, `{{issue.requester.id}}`
 */
export function payloadTemplate(accountId: string): string {
	return JSON.stringify({ contact_id: '{{issue.requester.id}}', account_id: accountId });
}

/**
 * Lets the simulated Pylon send one signed webhook to the webhook workflow, and waits for the execution it starts.
 *
 * @returns the contact's account before and after, and the reason when the workflow did not set it
 * @throws Error when n8n does not take the webhook, or no execution ends in time
 */
export async function fireWebhook({
	api,
	pylon,
	webhookUrl,
	webhookWorkflow,
}: Sandbox): Promise<Outcome> {
	const contactId = seedIds.contacts.ada;
	const wantedAccountId = seedIds.accounts.globex;
	const accountOfContact = () => pylon.state.contacts.get(contactId)?.account_id ?? null;
	const before = accountOfContact();
	const earlier = await api.executions(webhookWorkflow.id);
	const webhook = {
		url: webhookUrl,
		secret: WEBHOOK_SECRET,
		object: WEBHOOK_OBJECT,
		template: payloadTemplate(wantedAccountId),
	};
	// So that the page of the simulated Pylon offers the same one.
	pylon.setWebhook(webhook);
	const { status, body } = await pylon.sendWebhook(webhook);
	if (status !== 200) throw new Error(`n8n answered ${status} to the webhook: ${body}`);
	const execution = await api.nextExecution(webhookWorkflow.id, earlier);
	const after = accountOfContact();
	const outcome = { contactId, wantedAccountId, before, after, executionId: execution.id };
	if (execution.status === 'success' && after === wantedAccountId) return outcome;
	const { error } = await api.executionResult(execution.id);
	const reason = error
		? [error.message, error.description].filter(Boolean).join(' ')
		: `its status is "${execution.status}"`;
	return { ...outcome, problem: `Execution ${execution.id} did not set the account: ${reason}` };
}
