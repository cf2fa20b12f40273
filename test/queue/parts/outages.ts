import { setTimeout as delay } from 'node:timers/promises';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { aFewAtOnce, runsByNumber, send, triggerPath } from '../support/deliveries';
import { quiet, settled, statuses, until } from '../support/executions';
import { record } from '../support/figures';
import {
	newTasks,
	outcomes,
	publishList,
	renamed,
	renames,
	tasksMade,
	timesRenamed,
} from '../support/lists';
import { size } from '../support/size';
import { inARow, publishIn, pylonTrigger } from '../support/workflows';

/** The longest that a node may try: docs/queue-mode.md recommends it where outages are to be expected. */
const MOST_TRIES = { maxTries: 10 };

/** Sends deliveries, those that were not taken again until they are, as a sender with patience does. */
async function sendUntilTaken(cluster: Cluster, workflow: SavedWorkflow, numbers: number[]) {
	const first = new Map<number, number>();
	const url = `${cluster.webhooks[0].url}${triggerPath(workflow)}`;
	await aFewAtOnce(numbers, async (n) => {
		for (let status = await send(url, n); ; status = await send(url, n)) {
			if (!first.has(n)) first.set(n, status);
			if (status === 200) return;
			await delay(500);
		}
	});
	return first;
}

/**
 * Tests what is lost, and what is done twice, when Redis or PostgreSQL is away for seconds.
 *
 * @param cluster what they run in; there from the first test on
 */
export function outages(cluster: () => Cluster): void {
	test.each(['redis', 'postgres'] as const)(
		'%s is away for seconds: nothing is done twice, and what the package was given is done',
		async (which) => {
			const { deliveries: count, updates, ms } = size.outage;
			const trigger = await publishIn(cluster(), inARow(`No ${which}`, [pylonTrigger()]));
			const list = await publishList(cluster(), 'updateContact', { options: MOST_TRIES });
			const items = renames(cluster(), updates);
			const { pylon } = cluster();
			// So that the updates last as long as the outage.
			const slowness = (ms * 10) / updates;
			const slow = pylon.faults.add({ kind: 'delay', ms: slowness, operationId: 'updateContact' });
			await list.start(cluster().webhooks[1], items);
			await until('updates', () => renamed(cluster(), items) >= 10, undefined, 20);

			const numbers = Array.from({ length: count }, (_, n) => n);
			const third = Math.floor(count / 3);
			const before = await sendUntilTaken(cluster(), trigger, numbers.slice(0, third));
			await cluster()[which].stop();
			const during = sendUntilTaken(cluster(), trigger, numbers.slice(third, 2 * third));
			await delay(ms);
			await cluster()[which].start();
			const after = await sendUntilTaken(cluster(), trigger, numbers.slice(2 * third));
			const first = new Map([...before, ...(await during), ...after]);
			await until('all updates', () => renamed(cluster(), items) === updates, 300_000);
			pylon.faults.remove(slow);
			await quiet(cluster(), trigger.id);
			await quiet(cluster(), list.saved.id);

			expect(timesRenamed(cluster(), items)).toEqual(items.map(() => 1));
			const runs = await runsByNumber(cluster(), trigger);
			expect([...runs].filter(([, times]) => times > 1)).toEqual([]);
			// What was not taken came again, and was not taken for a duplicate.
			const again = numbers.filter((n) => (first.get(n) ?? 0) >= 500);
			expect(again.filter((n) => runs.get(n) !== 1)).toEqual([]);
			const lost = numbers.filter((n) => !runs.has(n)).length;
			const [status] = Object.keys(await statuses(cluster(), list.saved.id));
			record(
				`${which === 'redis' ? 'Redis' : 'PostgreSQL'} down for ${ms / 1000} s`,
				`${updates} updates in progress: each made once (n8n's execution: "${status}"); ${count} deliveries; ${again.length} got 5xx, were sent again and ran; none ran twice; ${lost} lost by n8n after it had responded with 200`,
			);
			for (const member of cluster().members) expect(member.ended()).toBeUndefined();
		},
	);

	test.each([4, 10])(
		'Pylon is away, %d tries: no double, and every item tells the truth',
		async (maxTries) => {
			const { updates } = size.outage;
			const { pylon, gate } = cluster();
			const options = { options: { maxTries }, continues: true };
			const list = await publishList(cluster(), 'updateContact', options);
			const creating = await publishList(cluster(), 'createTask', options);
			const items = renames(cluster(), updates);
			const tasks = newTasks(updates);
			pylon.resetLog();
			const slow = pylon.faults.add({ kind: 'delay', ms: 150 });
			await Promise.all([
				list.start(cluster().webhooks[0], items),
				creating.start(cluster().webhooks[1], tasks),
			]);
			await until('updates', () => renamed(cluster(), items) >= 10, undefined, 20);
			await until('creates', () => tasksMade(cluster(), tasks).includes(1), undefined, 20);
			await gate.close();
			await delay(size.pylonAwayMs);
			await gate.open();
			await settled(cluster(), list.saved.id, 1);
			await settled(cluster(), creating.saved.id, 1);
			pylon.faults.remove(slow);

			const made = tasksMade(cluster(), tasks);
			const created = await outcomes(cluster(), creating.saved.id);
			expect(created).toHaveLength(tasks.length);
			expect(made.filter((times) => times > 1)).toEqual([]);
			const told = created.map((error, index) => [error, made[index]] as const);
			expect(told.filter(([error, times]) => error === undefined && times !== 1)).toEqual([]);
			expect(told.filter(([error, times]) => error && !error.maybeProcessed && times > 0)).toEqual(
				[],
			);
			const uncertain = created.filter((error) => error?.maybeProcessed).length;
			const refused = created.filter((error) => error && !error.maybeProcessed).length;

			const updated = await outcomes(cluster(), list.saved.id);
			const times = timesRenamed(cluster(), items);
			expect(updated).toHaveLength(items.length);
			expect(updated.filter((error, index) => !error && times[index] === 0)).toEqual([]);
			expect(
				updated.filter((error, index) => error && !error.maybeProcessed && times[index] > 0),
			).toEqual([]);
			const failed = updated.filter(Boolean).length;
			if (maxTries === 10) expect([failed, refused]).toEqual([0, 0]);
			record(
				`Pylon down for ${size.pylonAwayMs / 1000} s, 'Number of Tries' ${maxTries}`,
				`${updates} updates: ${updates - failed} made, ${failed} errors; ${updates} creates: ${updates - uncertain - refused} made, ${uncertain} "may have been processed", ${refused} certainly not; none twice, and no item understates what happened`,
			);
		},
	);
}
