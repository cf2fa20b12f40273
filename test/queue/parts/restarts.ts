import type { Cluster } from '../../../sandbox/queue/cluster';
import { aFewAtOnce, runsByNumber, send, triggerPath } from '../support/deliveries';
import { settled } from '../support/executions';
import { record } from '../support/figures';
import { size } from '../support/size';
import { inARow, publishIn, pylonTrigger } from '../support/workflows';

/**
 * Tests that duplicates are dropped, also after a webhook process was ended in between.
 *
 * @param cluster what they run in; there from the first test on
 */
export function restarts(cluster: () => Cluster): void {
	test.each(['stop', 'kill'] as const)(
		'a webhook process is ended (%s) between duplicates: they are dropped',
		async (how) => {
			const workflow = await publishIn(cluster(), inARow(`Restart (${how})`, [pylonTrigger()]));
			const [member] = cluster().webhooks;
			const numbers = Array.from({ length: size.restart }, (_, n) => n);
			const sendAll = async () =>
				await aFewAtOnce(numbers, async (n) => {
					expect(await send(`${member.url}${triggerPath(workflow)}`, n)).toBe(200);
				});
			await sendAll();
			await member[how]();
			await member.start();
			await sendAll();
			// One more, behind all others: when it has run, so has everything.
			await send(`${member.url}${triggerPath(workflow)}`, numbers.length);
			await settled(cluster(), workflow.id, numbers.length + 1);
			expect(await runsByNumber(cluster(), workflow)).toEqual(
				new Map([...numbers, numbers.length].map((n) => [n, 1])),
			);
			record(
				`Webhook process ${how === 'kill' ? 'killed right after its last answer' : 'stopped'} and started again`,
				`${numbers.length} of ${numbers.length} copies sent afterwards were dropped`,
			);
		},
	);
}
