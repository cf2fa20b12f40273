import { setTimeout as delay } from 'node:timers/promises';
import { addIssues, type ScheduledFault } from '../../../sandbox/pylon';
import { signBody } from '../../../sandbox/pylon';
import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { triggerPath } from '../support/deliveries';
import { quiet, settled, statuses, tally } from '../support/executions';
import { record } from '../support/figures';
import { publishList, renamed, renames, timesRenamed } from '../support/lists';
import type { Sample } from '../../support/n8nMemory';
import { Resources } from '../support/resources';
import { minutes } from '../support/size';
import { inARow, pollingTrigger, publishIn, pylon, pylonTrigger } from '../support/workflows';
import { issuesTold, polled } from './polls';

const SEED = 20_261_128;
const DELIVERY_EVERY_MS = 750;
const LIST_EVERY_MS = 6000;
const LIST = 10;
/** One delivery in so many has a wrong signature. */
const WRONG_EVERY = 20;
const MEASURE_EVERY_MS = 30_000;
/** What a process may hold more after each minute; what is under way when it is measured counts, too. */
const MOST_GROWTH_MB = 5;
const MOST_NEW_HANDLES = 40;

const FAULTS: ScheduledFault[] = [
	{ kind: 'status', status: 503, share: 0.03 },
	{ kind: 'status', status: 502, processed: true, share: 0.02 },
	{ kind: 'reset', processed: true, share: 0.02 },
	{ kind: 'cut-off', share: 0.02 },
	{ kind: 'rate-limited', waitMs: 1000, share: 0.02 },
];

/**
 * Tests everything at once for minutes, while the simulated Pylon fails now and then.
 *
 * @param cluster what they run in; there from the first test on
 */
export function everything(cluster: () => Cluster): void {
	test(`${minutes} minutes of everything, with faults`, async () => {
		const { pylon: sim, webhooks } = cluster();
		const trigger = await publishIn(
			cluster(),
			inARow('Everything', [
				pylonTrigger({ fetchRecord: 'issue' }),
				pylon('Update', {
					resource: 'issue',
					operation: 'update',
					issueId: { __rl: true, mode: 'id', value: '={{ $json.body.issue_id }}' },
					updateFields: { title: '={{ "Done " + $json.body.n }}' },
				}),
			]),
		);
		const polling = await publishIn(
			cluster(),
			inARow('Everything polled', [pollingTrigger('issue_updated')]),
		);
		const list = await publishList(cluster(), 'updateContact');
		sim.resetLog();
		// A request that is struck three times at most goes through at its fourth try.
		sim.faults.seededSchedule(SEED, FAULTS, { maxPerRequest: 3 });
		const late = sim.faults.add({ kind: 'delay', ms: 500, probability: 0.05, seed: SEED });
		const end = Date.now() + minutes * 60_000;
		const issues = addIssues(
			sim.state,
			Math.ceil((minutes * 60_000) / DELIVERY_EVERY_MS) + 1,
			Date.now() - 90 * 86_400_000,
		);
		const resources = await Resources.of(cluster());
		const first = await resources.sample();

		const answers = { good: 0, wrong: 0, other: [] as number[] };
		const sent: string[] = [];
		const delivering = async (): Promise<void> => {
			const path = triggerPath(trigger);
			const pending: Array<Promise<void>> = [];
			for (let n = 0; Date.now() < end; n++) {
				const isWrong = n % WRONG_EVERY === WRONG_EVERY - 1;
				const body = JSON.stringify({ event: 'issue_created', issue_id: issues[n], n });
				const headers = {
					'content-type': 'application/json',
					'x-pylon-signature': signBody(isWrong ? 'another secret' : WEBHOOK_SECRET, body),
					connection: 'close',
				};
				if (!isWrong) sent.push(issues[n]);
				const url = `${webhooks[n % webhooks.length].url}${path}`;
				pending.push(
					fetch(url, { method: 'POST', headers, body }).then(async (response) => {
						await response.arrayBuffer();
						if (!isWrong && response.status === 200) answers.good++;
						else if (isWrong && response.status === 401) answers.wrong++;
						else answers.other.push(response.status);
					}),
				);
				await delay(DELIVERY_EVERY_MS);
			}
			await Promise.all(pending);
		};
		const lists: Array<ReturnType<typeof renames>> = [];
		const listing = async (): Promise<void> => {
			for (let n = 0; Date.now() < end; n++) {
				lists.push(renames(cluster(), LIST));
				await list.start(webhooks[n % webhooks.length], lists[n]);
				await delay(LIST_EVERY_MS);
			}
		};
		const measuring = async (): Promise<void> => {
			for (let at = Date.now() + MEASURE_EVERY_MS; at < end; at += MEASURE_EVERY_MS) {
				await delay(Math.max(0, at - Date.now()));
				await resources.sample();
			}
		};
		await Promise.all([delivering(), listing(), measuring()]);
		await settled(cluster(), trigger.id, sent.length);
		await settled(cluster(), list.saved.id, lists.length);
		await polled(cluster(), 2);
		const last = await resources.sample();
		const struck = sim.requests.filter(({ outcome }) => outcome !== 'answered').length;
		const requests = sim.requests.length;
		sim.faults.clear();
		sim.faults.remove(late);
		await quiet(cluster(), polling.id);
		await cluster().api.unpublishWorkflow(polling);

		expect(answers.other).toEqual([]);
		expect(answers.good).toBe(sent.length);
		expect(await statuses(cluster(), trigger.id)).toEqual({ success: sent.length });
		expect(await statuses(cluster(), list.saved.id)).toEqual({ success: lists.length });
		expect(sent.filter((id) => !sim.state.issues.get(id)?.title.startsWith('Done '))).toEqual([]);
		const items = lists.flat();
		expect(renamed(cluster(), items)).toBe(items.length);
		expect(timesRenamed(cluster(), items).filter((times) => times === 0)).toEqual([]);
		// An update whose answer was lost is made again, which is a second change, and an event of its own if a poll lies between.
		const changes = tally(
			sim.requests
				.filter(({ operationId, processed }) => operationId === 'updateIssue' && processed)
				.map(({ path }) => path.replace('/issues/', '')),
		);
		const told = await issuesTold(cluster(), polling, 'issue_updated');
		expect([...told.keys()].sort()).toEqual([...sent].sort());
		expect([...told].filter(([id, times]) => times > (changes.get(id) ?? 0))).toEqual([]);
		const more = [...told.values()].filter((times) => times > 1).length;
		const slopes = resources.growth().map((growth) => (growth * 60_000) / MEASURE_EVERY_MS);
		const handles = (samples: Sample[]) => samples.map((sample) => sample.handles);
		const grown = handles(last).map((count, member) => count - first[member].handles);
		const round = (values: number[]) => values.map((value) => value.toFixed(1)).join(', ');
		record(
			'Everything together',
			`${minutes} minutes, ${struck} of ${requests} requests failed on purpose (seed ${SEED}): ${sent.length} of ${sent.length} deliveries ran and updated their issue, ${sent.length} of ${sent.length} updates were polled, none more often than it was made (${more} made twice, since a response was lost, and polled twice), ${lists.length} of ${lists.length} lists of ${LIST} updates, ${answers.wrong} wrong signatures got 401, no failed execution; live memory of ${cluster()
				.members.map(({ name }) => name)
				.join(
					', ',
				)}: ${round(last.map(({ live }) => live))} MB at the end, growing by ${round(slopes)} MB a minute (the whole processes: ${last.map(({ rss }) => Math.round(rss)).join(', ')} MB); open handles ${handles(last).join(', ')} (at the start ${handles(first).join(', ')})`,
		);
		if (minutes >= 8) expect(Math.max(...slopes)).toBeLessThan(MOST_GROWTH_MB);
		expect(Math.max(...grown)).toBeLessThan(MOST_NEW_HANDLES);
	});
}
