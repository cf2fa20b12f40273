import type { Cluster } from '../../../sandbox/queue/cluster';
import { settled, statuses } from '../support/executions';
import { record } from '../support/figures';
import { publishList, renamed, renames, timesRenamed, workersOf } from '../support/lists';
import { size } from '../support/size';

const seconds = (ms: number) => (ms / 1000).toFixed(1);

/**
 * Tests that rate-limited updates over two workers are each made once.
 *
 * @param cluster what they run in; there from the first test on
 */
export function updates(cluster: () => Cluster): void {
	test('rate-limited updates over two workers: each is made once', async () => {
		const { executions, items: perExecution, perWindow, windowMs } = size.updates;
		const { pylon, webhooks } = cluster();
		const items = renames(cluster(), executions * perExecution);
		const workflow = await publishList(cluster(), 'updateContact');
		pylon.resetLog();
		pylon.limits.set({ perMinute: { updateContact: perWindow }, windowMs });
		const parts = Array.from({ length: executions }, (_, index) =>
			items.slice(index * perExecution, (index + 1) * perExecution),
		);
		await Promise.all(
			parts.map((part, index) => workflow.start(webhooks[index % webhooks.length], part)),
		);
		await settled(cluster(), workflow.saved.id, executions);
		pylon.limits.set(false);

		expect(await statuses(cluster(), workflow.saved.id)).toEqual({ success: executions });
		expect(timesRenamed(cluster(), items)).toEqual(items.map(() => 1));
		expect(renamed(cluster(), items)).toBe(items.length);
		expect(await workersOf(cluster(), workflow.saved.id)).toEqual(cluster().workers);

		const made = pylon.requests.filter(({ processed }) => processed).map(({ at }) => at);
		const refused = pylon.requests.filter(({ status }) => status === 429).length;
		const fullWindows = Math.ceil(items.length / perWindow) - 1;
		const rest = items.length - fullWindows * perWindow;
		// What is left for the last window, at the speed of the fastest.
		const fastest = Math.min(
			...Array.from(
				{ length: fullWindows },
				(_, window) => made[(window + 1) * perWindow - 1] - made[window * perWindow],
			),
		);
		const least = fullWindows * windowMs + (fastest * rest) / perWindow;
		const took = made[made.length - 1] - made[0];
		const preparing = Math.max(0, made[perWindow - 1] - made[0] - windowMs);
		record(
			'Rate-limited updates over two workers',
			`${items.length} contacts in ${executions} executions, ${perWindow} calls allowed in ${windowMs / 1000} s: each updated once, all executions succeeded; ${seconds(took)} s from the first to the last, ${(took / least).toFixed(2)} times the minimum (${seconds(least)} s), without ${seconds(preparing)} s in which n8n was still preparing items, ${((took - preparing) / least).toFixed(2)} times; ${refused} calls refused with 429 in ${fullWindows + 1} windows`,
		);
	});
}
