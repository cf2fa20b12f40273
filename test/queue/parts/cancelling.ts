import type { Cluster } from '../../../sandbox/queue/cluster';
import { quiet, settled, statuses, until } from '../support/executions';
import { record } from '../support/figures';
import { importList, publishList, renamed, renames, timesRenamed } from '../support/lists';
import { size } from '../support/size';

const PER_WINDOW = 10;
const WINDOW_MS = 8000;

/**
 * Tests what an execution still does after it was stopped.
 *
 * @param cluster what they run in; there from the first test on
 */
export function cancelling(cluster: () => Cluster): void {
	beforeEach(() => {
		cluster().pylon.limits.set({ perMinute: { updateContact: PER_WINDOW }, windowMs: WINDOW_MS });
	});
	afterEach(() => cluster().pylon.limits.set(false));

	/** Waits until the first window is used up, so that all items wait for the limit; then stops the execution. */
	const stopWhileWaiting = async (workflowId: string, items: ReturnType<typeof renames>) => {
		const { pylon, postgres, api } = cluster();
		await until(
			'the limit',
			() => renamed(cluster(), items) >= PER_WINDOW && pylon.requests.at(-1)?.status === 429,
			undefined,
			20,
		);
		const [{ id }] = await postgres.rows<{ id: number }>(
			`SELECT id FROM execution_entity WHERE "workflowId" = '${workflowId}'`,
		);
		const calls = pylon.countOf('updateContact');
		await api.rest.call('POST', `/executions/${id}/stop`);
		return { done: renamed(cluster(), items), calls };
	};

	test('stopped while items wait for the limit, started by main: nothing is updated any more', async () => {
		const { pylon } = cluster();
		const items = renames(cluster(), size.waiting);
		const workflow = await importList(cluster(), 'updateContact', items);
		await cluster().api.runManually(workflow, 'Start');
		pylon.resetLog();
		const { done, calls } = await stopWhileWaiting(workflow.id, items);
		await settled(cluster(), workflow.id, 1);
		const after = pylon.countOf('updateContact') - calls;
		// Two more windows, in which all the others would be updated.
		const end = Date.now() + 2 * WINDOW_MS;
		await until('two windows to pass', () => Date.now() > end);
		expect(await statuses(cluster(), workflow.id)).toEqual({ canceled: 1 });
		expect(renamed(cluster(), items)).toBe(done);
		expect(pylon.countOf('updateContact') - calls).toBe(after);
		record(
			'Stop of an execution that main started',
			`${items.length} updates, stopped when ${done} were made and the others waited for the limit: ${after} more calls until n8n says "canceled", none afterwards`,
		);
	});

	test('stopped likewise, started by a webhook process: n8n does not tell the worker', async () => {
		const items = renames(cluster(), size.waiting);
		const workflow = await publishList(cluster(), 'updateContact');
		cluster().pylon.resetLog();
		await workflow.start(cluster().webhooks[0], items);
		const { done } = await stopWhileWaiting(workflow.saved.id, items);
		await settled(cluster(), workflow.saved.id, 1);
		let last = -1;
		while (last < renamed(cluster(), items)) {
			last = renamed(cluster(), items);
			const end = Date.now() + 2 * WINDOW_MS;
			await until('two windows to pass', () => Date.now() > end);
		}
		await quiet(cluster(), workflow.saved.id);
		expect(Math.max(...timesRenamed(cluster(), items))).toBe(1);
		record(
			'Stop of an execution that a webhook process started',
			`${items.length} updates, stopped when ${done} were made: n8n says "canceled", but does not tell the worker, and ${last} were made in the end`,
		);
	});
}
