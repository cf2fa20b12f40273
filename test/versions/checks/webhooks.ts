import assert from 'node:assert/strict';
import { seedIds } from '../../../sandbox/pylon';
import type { Check, N8nUnderTest } from '../check';
import { publishHook, publishWith, type Hook } from '../support/webhook';

const accountOfAda = ({ pylon }: N8nUnderTest) =>
	pylon.state.contacts.get(seedIds.contacts.ada)?.account_id ?? null;

/** Lets a webhook start the workflow, and waits for the account. */
async function delivered(n8n: N8nUnderTest, hook: Hook): Promise<void> {
	assert.equal(accountOfAda(n8n), null);
	const { status, body } = await hook.send();
	assert.equal(status, 200, `n8n answers ${status}: ${body}`);
	const { status: result } = await n8n.api.nextExecution(hook.workflow.id, []);
	assert.equal(result, 'success');
	assert.equal(accountOfAda(n8n), seedIds.accounts.globex);
}

async function refused(n8n: N8nUnderTest, tamper: Parameters<Hook['send']>[0]): Promise<void> {
	const hook = await publishHook(n8n);
	const { status } = await hook.send(tamper);
	assert.equal(status, 401);
	// Executions are written in the order in which they begin: a good one that follows is the only one.
	await delivered(n8n, hook);
	assert.equal((await n8n.api.executions(hook.workflow.id)).length, 1);
}

export const webhooks: Check[] = [
	{
		id: 'c1',
		title: 'A signed webhook starts the published workflow, which sets an account',
		async run(n8n) {
			await delivered(n8n, await publishHook(n8n));
		},
	},
	{
		id: 'c2',
		title: 'The same delivery again is accepted and starts nothing',
		async run(n8n) {
			const hook = await publishHook(n8n);
			await delivered(n8n, hook);
			const { status, body } = await hook.send();
			assert.equal(status, 200);
			assert.match(body, /Nothing was started/);
			assert.equal((await n8n.api.executions(hook.workflow.id)).length, 1);
		},
	},
	{
		id: 'j1',
		title: 'A delivery with a wrong signature gets 401 and starts nothing',
		run: async (n8n) => await refused(n8n, { signature: '0'.repeat(64) }),
	},
	{
		id: 'j2',
		title: 'A delivery without a signature gets 401 and starts nothing',
		run: async (n8n) => await refused(n8n, { headers: { 'x-pylon-signature': [] } }),
	},
	{
		id: 'j3',
		title: 'A body that was changed after signing gets 401 and starts nothing',
		run: async (n8n) =>
			await refused(n8n, {
				body: JSON.stringify({
					contact_id: seedIds.contacts.ben,
					account_id: seedIds.accounts.globex,
				}),
			}),
	},
	{
		id: 'j4',
		title: 'Without a signing secret, the workflow cannot be published, and n8n says why',
		async run(n8n) {
			const { name, type, data } = n8n.credential;
			const withoutSecret = {
				name: `${name} without a secret`,
				type,
				data: { ...data, webhookSecret: '' },
			};
			await assert.rejects(
				publishWith(n8n, withoutSecret),
				/Webhook Signing Secret|signing secret/i,
			);
		},
	},
	{
		id: 'k1',
		title: 'The unpublished workflow responds with 404, the published one with 200 again',
		async run(n8n) {
			const hook = await publishHook(n8n);
			await delivered(n8n, hook);
			await n8n.api.unpublishWorkflow(hook.workflow);
			assert.equal((await hook.send()).status, 404);
			await n8n.api.publishWorkflow(hook.workflow);
			assert.equal((await hook.send()).status, 200);
		},
	},
];
