import { WEBHOOK_OBJECT } from '../../../sandbox/n8n/fireWebhook';
import { seedIds } from '../../../sandbox/pylon';
import { expectCost, payloadOf } from '../support/examplePage';
import type { Examples } from '../support/examples';

const { ada } = seedIds.contacts;
const { globex } = seedIds.accounts;

export function accountExamples(examples: () => Examples): void {
	test('set-account-from-webhook', async () => {
		const { add, publish, deliver, pylon } = examples();
		const name = 'set-account-from-webhook';
		const workflow = await add(name);
		await publish(workflow);
		pylon.resetLog();
		const payload = payloadOf(name).replace('the ID of the account', globex);
		const { error } = await deliver(workflow, WEBHOOK_OBJECT, payload);
		expect(error).toBeUndefined();
		expect(pylon.state.contacts.get(ada)?.account_id).toBe(globex);
		expectCost(pylon, name, { 'each webhook': 1 });
	});
}
