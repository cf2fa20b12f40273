import { seedIds } from '../../../sandbox/pylon';
import { expectCost, payloadOf } from '../support/examplePage';
import type { Examples } from '../support/examples';
import { startJsonServer } from '../support/jsonServer';

/**
 * Tests the examples that post to Slack.
 *
 * @param examples what they run in; there from the first test on
 */
export function slackExamples(examples: () => Examples): void {
	test('slack-new-issue', async () => {
		const { add, publish, deliver, deliverInVain, pylon } = examples();
		const name = 'slack-new-issue';
		let answer: object = { ok: true };
		const slack = await startJsonServer(() => ({ body: answer }));
		const credential = {
			name: 'Simulated Slack',
			type: 'slackApi',
			data: { accessToken: 'xoxb-simulated' },
		};
		try {
			const workflow = await add(name, {
				settings: { slackUrl: slack.url },
				credentials: [credential],
			});
			await publish(workflow);
			const issue = pylon.state.issues.get(seedIds.issues.globex);
			if (!issue) throw new Error('the issue is gone');
			pylon.state.issues.set(issue.id, { ...issue, title: 'Export <b>& import</b> fail' });
			const about = { type: 'issue', id: issue.id } as const;
			pylon.resetLog();
			const { error } = await deliver(workflow, about, payloadOf(name));
			expect(error).toBeUndefined();
			expect(slack.requests).toMatchObject([
				{
					path: '/chat.postMessage',
					headers: { authorization: 'Bearer xoxb-simulated' },
					body: {
						channel: '#support',
						text: expect.stringMatching(
							/^New issue from Carla Diaz of Globex: Export &lt;b&gt;&amp; import&lt;\/b&gt; fail\n<https:\/\/\S+\|Open in Pylon>$/,
						),
					},
				},
			]);
			expectCost(pylon, name, { 'each issue': 1, 'its names': 1 });

			// The same webhook once more.
			pylon.resetLog();
			expect(await deliverInVain(workflow, about, payloadOf(name))).toContain('before');
			expect(slack.requests).toHaveLength(1);

			// Slack refuses with status 200.
			answer = { ok: false, error: 'channel_not_found' };
			const other = { type: 'issue', id: seedIds.issues.initech } as const;
			const refused = await deliver(workflow, other, payloadOf(name));
			expect(refused.error?.message).toBe('Slack did not take the message: channel_not_found');
		} finally {
			await slack.close();
		}
	});
}
