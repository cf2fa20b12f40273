import { setTimeout as delay } from 'node:timers/promises';
import { addIssues, seedIds } from '../../../sandbox/pylon';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { executionsOf, itemsOf, quiet, tally, until } from '../support/executions';
import { record } from '../support/figures';
import { askPylon } from '../support/pylonUsers';
import { size } from '../support/size';
import { inARow, pollingTrigger, publishIn } from '../support/workflows';

/** How long after a poll has asked Pylon main is ended: before, while and after n8n saves what it found. */
const DELAYS_MS = [37, 120, 559, 210, 300, 80, 450];
const WRITE_EVERY_MS = 1000;

/**
 * Counts how often a polling trigger has told of each issue.
 *
 * @param cluster in which it runs
 * @param workflow with the trigger
 * @param event of the trigger, which is also its name
 * @returns how often, by the ID of the issue
 */
export async function issuesTold(
	cluster: Cluster,
	workflow: SavedWorkflow,
	event: string,
): Promise<Map<string, number>> {
	const executions = await executionsOf(cluster, workflow.id);
	return tally(
		executions
			.flatMap((execution) => itemsOf(execution, event))
			.map(({ json }) => (json.issue as { id: string }).id),
	);
}

/**
 * Waits until the polling triggers have asked Pylon again.
 *
 * @param cluster in which they run
 * @param times how often
 */
export async function polled(cluster: Cluster, times: number): Promise<void> {
	const before = cluster.pylon.countOf('searchIssues');
	await until(
		'polls',
		() => cluster.pylon.countOf('searchIssues') >= before + times,
		undefined,
		10,
	);
}

/**
 * Makes the tally that is expected where each event comes once.
 *
 * @param ids of records
 * @returns 1 for each of them
 */
export const once = (ids: string[]): Map<string, number> => new Map(ids.map((id) => [id, 1]));

/**
 * Puts a tally in order, so that two can be compared.
 *
 * @param counts by ID
 * @returns its entries, by ID
 */
export const sorted = (counts: Map<string, number>): Array<[string, number]> =>
	[...counts].sort(([a], [b]) => a.localeCompare(b));

/**
 * Tests that no event is lost and none comes twice when main is ended while it polls.
 *
 * @param cluster what they run in; there from the first test on
 */
export function polls(cluster: () => Cluster): void {
	test('main is ended while it polls, and records change all the time: no event is lost, none comes twice', async () => {
		const { kill, stop } = size.polls;
		const { pylon, main } = cluster();
		// Old ones to be changed, each once: several changes between two polls are one event.
		const old = addIssues(pylon.state, 2000, Date.now() - 90 * 86_400_000);
		const created = await publishIn(
			cluster(),
			inARow('Created', [pollingTrigger('issue_created')]),
		);
		const updated = await publishIn(
			cluster(),
			inARow('Updated', [pollingTrigger('issue_updated')]),
		);

		const made: string[] = [];
		const changed: string[] = [];
		let isWriting = true;
		const writing = (async () => {
			for (let n = 0; isWriting; n++) {
				const issue = { title: `New ${n}`, body_html: 'New', requester_id: seedIds.contacts.ada };
				made.push((await askPylon(pylon, 'POST', '/issues', issue)).id);
				await askPylon(pylon, 'PATCH', `/issues/${old[n]}`, { title: `Changed ${n}` });
				changed.push(old[n]);
				await delay(WRITE_EVERY_MS);
			}
		})();
		const ways = [
			...Array.from({ length: kill }, () => 'kill' as const),
			...Array.from({ length: stop }, () => 'stop' as const),
		];
		for (const [index, way] of ways.entries()) {
			await polled(cluster(), 1);
			await delay(DELAYS_MS[index % DELAYS_MS.length]);
			await main[way]();
			await main.start();
		}
		isWriting = false;
		await writing;
		// Two workflows, two polls each: the second one begins after the first has ended.
		await polled(cluster(), 4);
		await quiet(cluster(), created.id);
		await quiet(cluster(), updated.id);
		await Promise.all([created, updated].map((one) => cluster().api.unpublishWorkflow(one)));

		const told = {
			created: await issuesTold(cluster(), created, 'issue_created'),
			updated: await issuesTold(cluster(), updated, 'issue_updated'),
		};
		expect(sorted(told.created)).toEqual(sorted(once(made)));
		expect(sorted(told.updated)).toEqual(sorted(once(changed)));
		record(
			'Main stopped while it polls',
			`${kill} times killed, ${stop} times stopped, ${Math.min(...DELAYS_MS)} to ${Math.max(...DELAYS_MS)} ms after a poll had called Pylon, with two records written per second: ${made.length} of ${made.length} created and ${changed.length} of ${changed.length} updated issues came once each`,
		);
	});
}
