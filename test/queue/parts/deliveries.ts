import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startNginx } from '../../../sandbox/queue/nginx';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { aFewAtOnce, payload, runsByNumber, send, triggerPath } from '../support/deliveries';
import { settled, statuses } from '../support/executions';
import { record } from '../support/figures';
import { size } from '../support/size';
import { inARow, publishIn, pylonTrigger, readExample } from '../support/workflows';

/** When the second copy of a delivery comes. */
const WHEN = ['at once', 'right after', 'at the end'] as const;

interface Plan {
	n: number;
	tampered: boolean;
	again?: { when: (typeof WHEN)[number]; toOther: boolean };
}

/** Spreads what is tampered with and what comes twice evenly over all. */
function planOf(count: number, tampered: number, repeated: number): Plan[] {
	const plans: Plan[] = Array.from({ length: count }, (_, n) => ({ n, tampered: false }));
	for (let i = 0; i < tampered; i++) plans[Math.floor((i * count) / tampered)].tampered = true;
	const good = plans.filter((plan) => !plan.tampered);
	for (let i = 0; i < repeated; i++) {
		good[Math.floor((i * good.length) / repeated)].again = {
			when: WHEN[i % WHEN.length],
			toOther: Math.floor(i / WHEN.length) % 2 === 1,
		};
	}
	return plans;
}

async function sendAll(plans: Plan[], path: string, members: Array<{ url: string }>) {
	const answers = { good: [] as number[], tampered: [] as number[] };
	const to = (n: number, other = false) =>
		`${members[(n + Number(other)) % members.length].url}${path}`;
	const good = async (n: number, other?: boolean) => {
		answers.good.push(await send(to(n, other), n));
	};
	await aFewAtOnce(plans, async ({ n, tampered, again }) => {
		if (tampered) {
			answers.tampered.push(await send(to(n), n, payload(n).replace('created', 'updated')));
			return;
		}
		const first = good(n);
		if (again?.when === 'at once') await good(n, again.toOther);
		await first;
		if (again?.when === 'right after') await good(n, again.toOther);
	});
	await aFewAtOnce(
		plans.filter(({ again }) => again?.when === 'at the end'),
		async ({ n, again }) => await good(n, again?.toOther),
	);
	return answers;
}

const all = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value);

/**
 * Tests that each delivery runs once, over one and several webhook processes.
 *
 * @param cluster what they run in; there from the first test on
 */
export function deliveries(cluster: () => Cluster): void {
	test('one webhook process: each good delivery runs once, whatever comes twice', async () => {
		const { deliveries: count, tampered, repeated } = size.one;
		const workflow = await publishIn(cluster(), inARow('One process', [pylonTrigger()]));
		const plans = planOf(count, tampered, repeated);
		const [first] = cluster().webhooks;
		const answers = await sendAll(plans, triggerPath(workflow), [first]);
		expect(answers.tampered).toEqual(all(401, tampered));
		expect(answers.good).toEqual(all(200, count - tampered + repeated));
		await settled(cluster(), workflow.id, count - tampered);
		expect(await statuses(cluster(), workflow.id)).toEqual({ success: count - tampered });
		expect(await runsByNumber(cluster(), workflow)).toEqual(
			new Map(plans.filter((plan) => !plan.tampered).map(({ n }) => [n, 1])),
		);
		record(
			'Deliveries to one webhook process',
			`${count} deliveries, ${tampered} of them changed on the way and ${repeated} of them sent twice: ${count - tampered} ran once, ${repeated} copies were dropped, ${tampered} got 401`,
		);
	});

	test('two webhook processes: none is lost, and copies to the same process are dropped', async () => {
		const { deliveries: count, tampered, repeated } = size.two;
		const workflow = await publishIn(cluster(), inARow('Two processes', [pylonTrigger()]));
		const plans = planOf(count, tampered, repeated);
		const answers = await sendAll(plans, triggerPath(workflow), cluster().webhooks);
		expect(answers.tampered).toEqual(all(401, tampered));
		expect(answers.good).toEqual(all(200, count - tampered + repeated));
		await settled(cluster(), workflow.id, count - tampered);
		expect(Object.keys(await statuses(cluster(), workflow.id))).toEqual(['success']);

		const runs = await runsByNumber(cluster(), workflow);
		expect([...runs.keys()].sort((a, b) => a - b)).toEqual(
			plans.filter((plan) => !plan.tampered).map(({ n }) => n),
		);
		const isCertain = ({ again }: Plan) => again?.when !== 'at the end' && !again?.toOther;
		expect(plans.filter((plan) => isCertain(plan) && runs.get(plan.n) === 2)).toEqual([]);
		const through = WHEN.map((when) => {
			const copies = plans.filter(({ again }) => again?.when === when && again.toOther);
			return `${when} ${copies.filter(({ n }) => runs.get(n) === 2).length} of ${copies.length}`;
		});
		record(
			'Deliveries to two webhook processes by turns',
			`${count} deliveries, ${tampered} of them changed on the way and ${repeated} of them sent twice: none lost, ${tampered} got 401; of the copies to the same process, none ran at once or right after; of those to the other process: ${through.join(', ')} (the last 500 are remembered)`,
		);
	});

	test('a Redis key that counts them: each runs once, over two webhook processes', async () => {
		const count = size.counted;
		const workflow = await publishIn(cluster(), await readExample('deduplicate-with-redis'));
		const path = triggerPath(workflow);
		const numbers = Array.from({ length: count }, (_, n) => n);
		await aFewAtOnce(numbers, async (n) => {
			const both = cluster().webhooks.map((member) => send(`${member.url}${path}`, n));
			expect(await Promise.all(both)).toEqual([200, 200]);
		});
		await settled(cluster(), workflow.id, count);
		expect(Object.keys(await statuses(cluster(), workflow.id))).toEqual(['success']);
		const started = await runsByNumber(cluster(), workflow);
		expect([...started.keys()].sort((a, b) => a - b)).toEqual(numbers);
		expect(await runsByNumber(cluster(), workflow, 'New delivery')).toEqual(
			new Map(numbers.map((n) => [n, 1])),
		);
		const executions = [...started.values()].reduce((sum, runs) => sum + runs, 0);
		record(
			'The same, counted in Redis (examples/deduplicate-with-redis.json)',
			`${count} deliveries, each to both processes: ${executions} executions; ${count} continued, one for each delivery`,
		);
	});

	test('nginx sends one workflow to one process, as docs/queue-mode.md says: each runs once', async () => {
		const { deliveries: count, tampered, repeated } = size.one;
		const { programs, folder, webhooks } = cluster();
		const page = await readFile(join(__dirname, '..', '..', '..', 'docs', 'queue-mode.md'), 'utf8');
		const method = /upstream \w+ \{\s+(hash [^;]+;)/.exec(page)?.[1] ?? '';
		const urls = webhooks.map(({ url }) => url);
		const nginx = await startNginx(programs.nginx, join(folder, 'nginx'), urls, method);
		try {
			const workflow = await publishIn(cluster(), inARow('Behind nginx', [pylonTrigger()]));
			const plans = planOf(count, tampered, repeated);
			const answers = await sendAll(plans, triggerPath(workflow), [nginx]);
			expect(answers.tampered).toEqual(all(401, tampered));
			expect(answers.good).toEqual(all(200, count - tampered + repeated));
			await settled(cluster(), workflow.id, count - tampered);
			expect(await runsByNumber(cluster(), workflow)).toEqual(
				new Map(plans.filter((plan) => !plan.tampered).map(({ n }) => [n, 1])),
			);
			record(
				'Deliveries to two webhook processes behind nginx (`hash $uri`)',
				`${count} deliveries, ${tampered} of them changed on the way and ${repeated} of them sent twice: ${count - tampered} ran once, ${repeated} copies were dropped, ${tampered} got 401`,
			);
		} finally {
			await nginx.stop();
		}
	});
}
