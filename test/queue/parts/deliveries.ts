import type { Member } from '../../../sandbox/queue/member';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { aFewAtOnce, payload, runsByNumber, send, triggerPath } from '../support/deliveries';
import { settled, statuses } from '../support/executions';
import { record } from '../support/figures';
import { size } from '../support/size';
import { inARow, publishIn, pylonTrigger } from '../support/workflows';

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

async function sendAll(plans: Plan[], path: string, members: Member[]) {
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
			'One webhook process',
			`${count} deliveries, ${tampered} of them changed on the way, ${repeated} sent twice: ${count - tampered} ran once, ${repeated} copies dropped, ${tampered} answered 401`,
		);
	});
}
