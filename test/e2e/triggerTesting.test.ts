import { seedIds, type WebhookOptions } from '../../sandbox/pylon';
import { WEBHOOK_SECRET } from '../../sandbox/n8n/sandbox';
import { useEditor } from './support/browser';
import { listen } from './support/node';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

const { ben } = seedIds.contacts;

/** A delivery that would do, but for how it was signed. */
const CASES: Array<
	[name: string, changes: Partial<WebhookOptions>, headline: string, advice: string]
> = [
	[
		'a secret of another webhook',
		{ secret: 'secret-of-another-webhook' },
		'The signature does not match the body',
		'Copy the secret of the webhook with this URL again',
	],
	[
		'no signature',
		{ tamper: { headers: { 'x-pylon-signature': [] } } },
		'The X-Pylon-Signature header is missing',
		'Either something other than Pylon calls this URL',
	],
];

test.each(CASES)(
	'while testing, the editor shows a call with %s, and what to do',
	async (name, changes, headline, advice) => {
		const panel = await listen(sandbox(), editor());
		const { status } = await sandbox().pylon.sendWebhook({
			url: sandbox().webhookUrl.replace('/webhook/', '/webhook-test/'),
			secret: WEBHOOK_SECRET,
			object: { type: 'contact', id: ben },
			template: JSON.stringify({ contact_id: ben }),
			...changes,
		});
		expect(status).toBe(401);
		await panel.getByText(headline).first().waitFor();
		await editor().screenshot(`trigger-testing-${name.replaceAll(' ', '-')}`);
		expect(await panel.innerText()).toContain(advice);
	},
);
