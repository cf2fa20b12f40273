import { signBody, type SimulatedPylon, seedIds } from '../../sandbox/pylon';
import { payloadTemplate, WEBHOOK_OBJECT } from '../../sandbox/n8n/fireWebhook';
import { WEBHOOK_SECRET } from '../../sandbox/n8n/sandbox';
import { useEditor } from './support/browser';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

const { ada, ben } = seedIds.contacts;
const { globex, initech } = seedIds.accounts;

const accountOf = (pylon: SimulatedPylon, contactId: string) =>
	pylon.state.contacts.get(contactId)?.account_id ?? null;

/** Another last character, still a hexadecimal digit. */
const withOtherEnd = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

test('a signed webhook runs the workflow, which sets the account of the contact', async () => {
	const { api, pylon, webhookUrl, webhookWorkflow } = sandbox();
	expect(accountOf(pylon, ada)).toBeNull();
	const before = await api.executions(webhookWorkflow.id);
	const answer = await pylon.sendWebhook({
		url: webhookUrl,
		secret: WEBHOOK_SECRET,
		object: WEBHOOK_OBJECT,
		template: payloadTemplate(globex),
	});
	expect(answer.status).toBe(200);
	const execution = await api.nextExecution(webhookWorkflow.id, before);
	expect(execution.status).toBe('success');
	expect(accountOf(pylon, ada)).toBe(globex);

	const { page, open, screenshot } = editor();
	await open(`/workflow/${webhookWorkflow.id}/executions/${execution.id}`);
	await page.getByTestId('canvas-node-status-success').nth(1).waitFor();
	await screenshot('webhook-execution');
});

describe('a webhook that was changed on its way', () => {
	// Well-formed whatever is changed: only the signature tells it from a good one.
	const body = JSON.stringify({ contact_id: ben, account_id: globex });
	const object = { type: 'contact', id: ben } as const;

	test.each([
		['one byte of the body', { body: JSON.stringify({ contact_id: ben, account_id: initech }) }],
		['one byte of the signature', { signature: withOtherEnd(signBody(WEBHOOK_SECRET, body)) }],
		['the signature left out', { headers: { 'x-pylon-signature': [] } }],
	])('%s: runs nothing and changes nothing', async (_what, tamper) => {
		const { api, pylon, webhookUrl, webhookWorkflow } = sandbox();
		const before = await api.executions(webhookWorkflow.id);
		const requests = pylon.requests.length;
		const delivery = { url: webhookUrl, secret: WEBHOOK_SECRET, object, template: body };
		const refused = await pylon.sendWebhook({ ...delivery, tamper });
		expect(refused.status).toBe(401);
		expect(accountOf(pylon, ben)).toBeNull();

		// A good one after it: once that has run, the refused one would have.
		const good = JSON.stringify({ contact_id: ada, account_id: globex });
		await pylon.sendWebhook({ ...delivery, template: good });
		const execution = await api.nextExecution(webhookWorkflow.id, before);
		expect(execution.status).toBe('success');
		expect(await api.executions(webhookWorkflow.id)).toHaveLength(before.length + 1);
		expect(accountOf(pylon, ben)).toBeNull();
		expect(pylon.requests.slice(requests).map(({ method, path }) => `${method} ${path}`)).toEqual([
			`PATCH /contacts/${ada}`,
		]);
	});
});
