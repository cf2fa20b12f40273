import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { addIssues, seedIds } from '../../../sandbox/pylon';
import { until } from '../../queue/support/executions';
import type { AttackedN8n } from '../support/attackedN8n';
import { deliver } from '../support/deliveries';
import { record } from '../support/figures';
import { harmless, type HtmlBomb, htmlBombs } from '../support/htmlBombs';
import { measure, MOST_MS, times } from '../support/responsiveness';
import { size } from '../support/size';
import { inARow, outcomes, publish, pylon, pylonTrigger } from '../support/workflows';

const MB = 1_000_000;

/** On a machine so busy that harmless texts of this length take n8n a second, bombs may take it this much more. */
const PEER_TIMES = 1.5;

/** A trigger that fetches the issue, and the node that makes text of all its messages. */
const reading = () =>
	inARow('Bombs', [
		pylonTrigger({ fetchRecord: 'issue' }),
		pylon('Pylon', {
			resource: 'issue',
			operation: 'getContext',
			issueId: { __rl: true, mode: 'id', value: '={{ $json.body.issue_id }}' },
		}),
	]);

/** Puts HTML into an issue: its body, and its first message. */
function put({ pylon: { state } }: AttackedN8n, id: string, html: string): void {
	const issue = state.issues.get(id);
	const message = [...state.messages.values()].find(({ issue_id }) => issue_id === id);
	if (issue === undefined || message === undefined) throw new Error(`no issue ${id}`);
	state.issues.set(id, { ...issue, body_html: html });
	state.messages.set(message.id, { ...message, message_html: html });
}

/** Delivers one issue after the other to a workflow, each when the one before has been worked on. */
async function deliverAll(
	n8n: AttackedN8n,
	workflow: SavedWorkflow,
	texts: Iterable<HtmlBomb>,
): Promise<number> {
	let count = 0;
	for (const { html } of texts) {
		const [issue] = addIssues(n8n.pylon.state, 1, Date.now() - 86_400_000);
		put(n8n, issue, html);
		await deliver(n8n.n8n.url, workflow, { issue_id: issue, n: count });
		count++;
		await until(
			'the execution to end',
			async () => {
				const executions = await n8n.api.executions(workflow.id);
				return (
					executions.length >= count &&
					executions.every(({ status }) => ['success', 'error'].includes(status))
				);
			},
			120_000,
			100,
		);
		n8n.pylon.state.issues.delete(issue);
	}
	return count;
}

/**
 * Tests that n8n keeps answering while it works on HTML that is made to be slow.
 *
 * @param n8n what is attacked; there from the first test on
 */
export function bombs(n8n: () => AttackedN8n): void {
	test('HTML bombs come through the webhook: other deliveries are answered within a second', async () => {
		const { url } = n8n().n8n;
		const pid = await n8n().pid();
		n8n().pylon.limits.set(false);
		const bombed = await publish(n8n(), reading());
		const compared = await publish(n8n(), reading());
		const others = await publish(n8n(), inARow('Others', [pylonTrigger({ fetchRecord: 'issue' })]));
		const ask = async (n: number) =>
			await deliver(url, others, { issue_id: seedIds.issues.first, n });
		const peers = [1, 2, 5, 5, 2, 1].map((length) => ({
			name: 'peer',
			html: harmless(length * MB),
		}));

		const peer = await measure(
			pid,
			ask,
			async () => void (await deliverAll(n8n(), compared, peers)),
		);
		let count = 0;
		const measured = await measure(
			pid,
			(n) => ask(peer.calls + n),
			async () => {
				count = await deliverAll(n8n(), bombed, htmlBombs(size.bombs));
			},
			Math.max(MOST_MS, PEER_TIMES * peer.longestOwn),
		);
		const result = await outcomes(n8n(), bombed, 'Pylon');
		const ran = await n8n().api.executions(others.id);
		for (const workflow of [bombed, compared, others]) await n8n().api.unpublishWorkflow(workflow);

		expect(result.statuses).toEqual({ success: count });
		expect(result.items.map(({ json }) => typeof json.conversation)).toEqual(
			result.items.map(() => 'string'),
		);
		expect(measured.bad).toEqual([]);
		expect(ran.every(({ status }) => status === 'success')).toBe(true);
		record(
			'HTML bombs through the webhook, with Fetch Record and Get Context',
			`${count} of 1, 2 and 5 MB, all read; meanwhile ${measured.calls} other deliveries with Fetch Record, each got 200, the slowest after ${times(measured)} (with harmless texts of the same length: ${times(peer)})`,
		);
	});
}
