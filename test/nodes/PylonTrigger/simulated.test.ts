import { events } from '../../../nodes/PylonTrigger/events';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { seedIds, signBody, type WebhookOptions } from '../../../sandbox/pylon';
import { WEBHOOK_SECRET, withPylon } from '../../support/pylon';
import { listenForWebhooks, type Listener } from '../../support/webhook';

const pylon = withPylon();
const [issueId] = Object.values(seedIds.issues);
let listener: Listener;
beforeEach(async () => {
	listener = await listenForWebhooks({ node: new PylonTrigger(), credentials: pylon.credentials });
});
afterEach(() => listener.close());

const fire = (options: Partial<WebhookOptions>) =>
	pylon.sim.sendWebhook({
		url: listener.url,
		secret: WEBHOOK_SECRET,
		object: { type: 'issue', id: issueId },
		...options,
	});

const aboutIssues = events
	.filter(({ about }) => about === 'issue')
	.map(({ value, template }) => [value, template]);

test.each(aboutIssues)(
	'the template %s, filled and signed by the simulated Pylon',
	async (event, template) => {
		expect(await fire({ template })).toMatchObject({ status: 200 });
		expect(listener.executions[0][0][0].json.body).toMatchObject({ event, issue_id: issueId });
	},
);

test('a title with a quote breaks the JSON where it is not escaped', async () => {
	const issue = pylon.sim.state.issues.get(issueId);
	if (!issue) throw new Error('The seeded issue is missing');
	pylon.sim.state.issues.set(issueId, { ...issue, title: 'It says "hi"' });
	const template = '{"event":"titled","title":"{{issue.title}}"}';
	const { status, body } = await fire({ template, escaping: false });
	expect(status).toBe(400);
	expect(body).toContain('a quote or a line break');
	expect(await fire({ template })).toMatchObject({ status: 200 });
	expect(listener.executions).toHaveLength(1);
});

test.each<[string, WebhookOptions['tamper']]>([
	['another body', { body: '{"event":"issue_created"}' }],
	['another signature', { signature: signBody('other', '{}') }],
	['no signature', { headers: { 'x-pylon-signature': [] } }],
])('%s starts nothing', async (_, tamper) => {
	expect(await fire({ tamper })).toMatchObject({ status: 401 });
	expect(listener.executions).toEqual([]);
});
