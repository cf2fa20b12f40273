import { setTimeout as delay } from 'node:timers/promises';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { addContacts, addIssues, type FaultRule, seedIds } from '../../../sandbox/pylon';
import { askPylon } from '../../queue/support/pylonUsers';
import { tally, until } from '../../queue/support/executions';
import type { AttackedN8n } from '../support/attackedN8n';
import { record } from '../support/figures';
import { handlesOf, memoryOf, socketsOf } from '../support/processes';
import { healthCheck, measure, times } from '../support/responsiveness';
import { isFull, size } from '../support/size';
import { inARow, outcomes, pollingTrigger, publish } from '../support/workflows';

/** How often something happens in Pylon meanwhile. */
const WRITE_EVERY_MS = 5000;
/** n8n's heap may grow until it is collected, but not with what is dripped. */
const MOST_GROWTH_MB = 150;
/** Beside one for each poll, those of n8n's own that come and go. */
const MOST_NEW_SOCKETS = 20;
/** A poll that has begun before may take its 270 seconds. */
const RECOVERY_MS = 6 * 60_000;

/** What each trigger asks, and how the server drips: in the head, in the body, and page by page for ever. */
const DRIPS: Array<{ event: string; drip: FaultRule & { operationId: string } }> = [
	{
		event: 'issue_created',
		drip: { kind: 'drip-body', everyMs: 1000, operationId: 'searchIssues' },
	},
	{
		event: 'contact_created',
		drip: { kind: 'drip-header', everyMs: 1000, operationId: 'searchContacts' },
	},
	{
		event: 'account_created',
		drip: { kind: 'drip-page', everyMs: 200, blanks: 100, operationId: 'searchAccounts' },
	},
];

/** n8n allows each schedule of a trigger once a minute; several of them poll every ten seconds. */
function oftenPolling(event: string) {
	const node = pollingTrigger(event);
	const item = [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	}));
	return { ...node, parameters: { ...node.parameters, pollTimes: { item } } };
}

/** Those of which each event tells, by the property that holds it. */
const told = (items: Array<{ json: Record<string, unknown> }>, kind: string) =>
	Object.fromEntries(tally(items.map(({ json }) => (json[kind] as { id: string }).id)));

/**
 * Tests that n8n keeps answering, and loses no event, while a server sends its answers drop by drop.
 *
 * @param n8n what is attacked; there from the first test on
 */
export function drip(n8n: () => AttackedN8n): void {
	test(`a server drips for ${size.dripMs / 60_000} minutes: n8n answers, polls do not pile up, and no event is lost or comes twice`, async () => {
		const {
			pylon,
			n8n: { url },
		} = n8n();
		const pid = await n8n().pid();
		// What is there before does not count.
		addIssues(pylon.state, 200, Date.now() - 86_400_000);
		addContacts(pylon.state, 200);
		const before = new Map(
			DRIPS.map(({ drip: { operationId } }) => [operationId, pylon.countOf(operationId)]),
		);
		const triggers: SavedWorkflow[] = [];
		for (const { event } of DRIPS)
			triggers.push(await publish(n8n(), inARow(`Dripping: ${event}`, [oftenPolling(event)])));
		await until('the triggers to start', () =>
			DRIPS.every(
				({ drip: { operationId } }) => pylon.countOf(operationId) > (before.get(operationId) ?? 0),
			),
		);
		await until('the first polls to end', () => !pylon.requests.some(({ status }) => status === 0));
		pylon.resetLog();
		for (const { drip: rule } of DRIPS) pylon.faults.add(rule);

		const made: Record<string, string[]> = { issue: [], contact: [], account: [] };
		const write = async (n: number) => {
			const issue = { title: `New ${n}`, body_html: 'New', requester_id: seedIds.contacts.ada };
			made.issue.push((await askPylon(pylon, 'POST', '/issues', issue)).id);
			made.contact.push(
				(
					await askPylon(pylon, 'POST', '/contacts', {
						name: `New ${n}`,
						email: `new-${n}@drip.example`,
					})
				).id,
			);
			made.account.push((await askPylon(pylon, 'POST', '/accounts', { name: `New ${n}` })).id);
		};
		const sample = async () => ({
			memory: await memoryOf(pid),
			sockets: await socketsOf(pid),
			handles: (await handlesOf(pid)).length,
		});
		const first = await sample();
		const samples = [first];
		const measured = await measure(pid, healthCheck(url), async () => {
			const end = Date.now() + size.dripMs;
			for (let n = 0; Date.now() < end; n++) {
				await write(n);
				samples.push(await sample());
				await delay(WRITE_EVERY_MS);
			}
		});
		const inFlight = pylon.maxInFlight();
		const dripped = pylon.requests.filter(({ outcome }) => outcome.startsWith('fault')).length;
		pylon.faults.clear();
		const well = Date.now();
		const all = async () =>
			await Promise.all(
				triggers.map((trigger, index) => outcomes(n8n(), trigger, DRIPS[index].event)),
			);
		await until(
			'every event to be told',
			async () => (await all()).every(({ items }) => items.length >= made.issue.length),
			RECOVERY_MS,
			2000,
		);
		const recovery = Date.now() - well;
		// Two more polls of each, which find nothing.
		const asked = DRIPS.map(({ drip: { operationId } }) => pylon.countOf(operationId));
		await until('two more polls', () =>
			DRIPS.every(
				({ drip: { operationId } }, index) => pylon.countOf(operationId) >= asked[index] + 2,
			),
		);
		await delay(2000);
		const result = await all();
		for (const trigger of triggers) await n8n().api.unpublishWorkflow(trigger);

		for (const [index, kind] of ['issue', 'contact', 'account'].entries())
			expect(told(result[index].items, kind)).toEqual(
				Object.fromEntries(made[kind].map((id) => [id, 1])),
			);
		expect(measured.bad).toEqual([]);
		expect(dripped).toBeGreaterThanOrEqual(DRIPS.length);
		// One request of each trigger, beside the one by which this test writes.
		expect(inFlight).toBeLessThanOrEqual(DRIPS.length + 1);
		const most = (of: (one: (typeof samples)[number]) => number) => Math.max(...samples.map(of));
		expect(most(({ sockets }) => sockets) - first.sockets).toBeLessThanOrEqual(MOST_NEW_SOCKETS);
		expect(most(({ memory }) => memory) - first.memory).toBeLessThan(MOST_GROWTH_MB);
		// Whoever looks at the executions has been told: a poll that hangs does not stay silent.
		const errors = result.flatMap((one) => one.errors);
		if (isFull) for (const { errors: some } of result) expect(some).not.toEqual([]);
		record(
			'A server that sends single bytes, three polling triggers',
			`${size.dripMs / 60_000} minutes, one byte a second in the head, in the body, and pages without end: ${measured.calls} health checks, the slowest after ${times(measured)}; at most ${inFlight} requests at once; n8n's memory ${first.memory.toFixed(0)} MB, at most ${most(({ memory }) => memory).toFixed(0)} MB; open handles ${first.handles}, at most ${most(({ handles }) => handles)}; ${errors.length} polls ended with an error; ${3 * made.issue.length} events came once each, the last one ${Math.round(recovery / 1000)} s after the server recovered`,
		);
	});
}
