import type { Cluster } from '../../../sandbox/queue/cluster';
import { settled, statuses, until } from '../support/executions';
import { record } from '../support/figures';
import { newTasks, publishList, tasksMade, workerOf } from '../support/lists';
import { size } from '../support/size';

/** Items that the node works on at the same time ('Requests at Once'). */
const AT_ONCE = 5;

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * Tests what becomes of a run when its worker is ended.
 *
 * @param cluster what they run in; there from the first test on
 */
export function workers(cluster: () => Cluster): void {
	const begin = async (items: Array<{ title: string }>, beforeTheEnd: number) => {
		const workflow = await publishList(cluster(), 'createTask', {
			options: { concurrency: AT_ONCE },
		});
		// So that the run takes long enough to be interrupted in its middle.
		const slow = cluster().pylon.faults.add({ kind: 'delay', ms: 100, operationId: 'createTask' });
		await workflow.start(cluster().webhooks[0], items);
		const worker = await workerOf(cluster(), workflow.saved.id);
		await until(
			`${beforeTheEnd} creates`,
			() => sum(tasksMade(cluster(), items)) >= beforeTheEnd,
			undefined,
			20,
		);
		return { id: workflow.saved.id, worker, undo: () => cluster().pylon.faults.remove(slow) };
	};

	test('a worker that is killed: nothing is created twice', async () => {
		const items = newTasks(size.creates);
		const third = Math.floor(size.creates / 3);
		// So that the worker never gets to the end before it is killed, however slow this process is.
		const unanswered = cluster().pylon.faults.add({
			kind: 'never-answer',
			processed: true,
			operationId: 'createTask',
			nth: items.map((_, index) => index + 1).slice(third),
		});
		const { id, worker, undo } = await begin(items, third);
		await worker.kill();
		const atDeath = sum(tasksMade(cluster(), items));
		// n8n notices after the lock of the job has run out (60 s) and it has looked (every 30 s).
		await settled(cluster(), id, 1);
		undo();
		cluster().pylon.faults.remove(unanswered);
		const made = tasksMade(cluster(), items);
		expect(made.filter((times) => times > 1)).toEqual([]);
		expect(sum(made)).toBeLessThan(items.length);
		// What was under way is carried out all the same.
		expect(sum(made) - atDeath).toBeLessThanOrEqual(AT_ONCE);
		const [status] = Object.keys(await statuses(cluster(), id));
		expect(status).not.toBe('success');
		record(
			'A worker killed while it creates records',
			`${items.length} creates, killed after ${atDeath}: ${sum(made)} made, none twice, none later by the other worker; n8n's execution ends as "${status}"`,
		);
		await worker.start();
	});

	test('a worker that is told to end finishes its run', async () => {
		const items = newTasks(size.creates);
		const { id, worker, undo } = await begin(items, 10);
		await worker.stop();
		undo();
		expect(worker.ended()).toBe(0);
		await settled(cluster(), id, 1);
		expect(tasksMade(cluster(), items)).toEqual(items.map(() => 1));
		expect(await statuses(cluster(), id)).toEqual({ success: 1 });
		record(
			'A worker stopped while it creates records',
			`${items.length} creates, SIGTERM after 10: all made once, the execution succeeded, then the worker stopped`,
		);
		await worker.start();
	});
}
