import { seedIds } from '../pylon';
import { type Outcome, payloadTemplate, WEBHOOK_OBJECT } from './fireWebhook';
import { type Sandbox, WEBHOOK_SECRET } from './sandbox';

/**
 * Writes what `npm start` prints at the end: what happened, where to look, and how to go on.
 *
 * @param sandbox what runs
 * @param outcome what the webhook did
 * @returns lines for the terminal, with the password and the tokens of this sandbox
 */
export function describe(sandbox: Sandbox, outcome: Outcome): string {
	const { n8n, owner, pylon, webhookWorkflow, manualWorkflow } = sandbox;
	const contact = pylon.state.contacts.get(outcome.contactId);
	const account = (id: string | null) =>
		id === null ? 'none' : `${pylon.state.accounts.get(id)?.name ?? 'unknown'} (${id})`;
	const another = JSON.stringify({
		object: WEBHOOK_OBJECT,
		template: payloadTemplate(seedIds.accounts.initech),
	});
	return `
${outcome.problem ?? 'A signed webhook from the simulated Pylon started the workflow, which set the account of a contact.'}

  Contact         ${contact?.name ?? 'unknown'} (${outcome.contactId})
  Account before  ${account(outcome.before)}
  Account after   ${account(outcome.after)}
  Execution       ${n8n.url}/workflow/${webhookWorkflow.id}/executions/${outcome.executionId}

n8n
  "${webhookWorkflow.name}"
                  ${n8n.url}/workflow/${webhookWorkflow.id}
  "${manualWorkflow.name}"
                  ${n8n.url}/workflow/${manualWorkflow.id}
  Sign in with    ${owner.email}
  Password        ${owner.password}

Simulated Pylon
  Page            ${pylon.url}

For a credential of your own, choose the region "Custom Base URL"
  Base URL        ${pylon.url}
  API token       ${pylon.tokens.us}
  Signing secret  ${WEBHOOK_SECRET}

To send another webhook, use the button on the simulated Pylon's page, or move the contact to
${account(seedIds.accounts.initech)} with:
  curl -X POST ${pylon.url}/_simulated/webhooks -H 'Content-Type: application/json' -d '${another}'`;
}
