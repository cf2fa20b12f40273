import { setTimeout as delay } from 'node:timers/promises';
import { median } from './median';
import { BATCHED, contacts, HTTP, inTurns, OURS, peers, liftLimits } from './peers';
import type { NodeRun, Setting } from './setting';
import type { Finding } from './table';

const WANTED = 1.1;

/** Time between two health checks, in ms. */
const EVERY_MS = 5;

/** One response of n8n's health check. */
interface Answer {
	askedAt: number;
	ms: number;
}

/** Calls n8n's health check all the time while something is done. */
async function whileAsking<T>(
	{ n8n }: Setting,
	task: () => Promise<T>,
): Promise<{ result: T; answers: Answer[] }> {
	const answers: Answer[] = [];
	let isDone = false;
	const asking = (async () => {
		while (!isDone) {
			const askedAt = Date.now();
			await (await fetch(`${n8n.url}/healthz`)).arrayBuffer();
			answers.push({ askedAt, ms: Date.now() - askedAt });
			await delay(EVERY_MS);
		}
	})();
	try {
		return { result: await task(), answers };
	} finally {
		isDone = true;
		await asking;
	}
}

/**
 * The longest time for which n8n did not respond while the node ran. What n8n does before and after (saving the execution)
 * does not count.
 */
function longest(answers: Answer[], { startedAt, ms }: NodeRun): number {
	const during = answers.filter(
		(answer) => answer.askedAt + answer.ms >= startedAt && answer.askedAt <= startedAt + ms,
	);
	return Math.max(0, ...during.map((answer) => answer.ms));
}

/**
 * Measures how long n8n stands still while it prepares many items: nobody else's webhook, execution or editor is served
 * meanwhile.
 *
 * @param setting what it runs in
 * @param size numbers of items, and rounds for each
 * @returns times in ms, against n8n's HTTP Request node
 */
export async function eventLoop(
	setting: Setting,
	{ counts, rounds }: { counts: number[]; rounds: number },
): Promise<Finding> {
	liftLimits(setting.pylon);
	const rows: Finding['rows'] = [];
	const wanted: Finding['wanted'] = [];
	const nodes = peers(setting, 'update');
	nodes.delete(BATCHED);
	await inTurns(setting, contacts(setting, 20), nodes, 2, async (run) => await run());
	for (const items of counts) {
		const found = await inTurns(setting, contacts(setting, items), nodes, rounds, async (run) => {
			const { result, answers } = await whileAsking(setting, run);
			return longest(answers, result);
		});
		const [ours, http] = [OURS, HTTP].map((name) => median(found.get(name) ?? []));
		const ratio = ours / http;
		rows.push([items, Math.round(ours), Math.round(http), ratio]);
		wanted.push({
			what: `${items} items: at most ${WANTED} of the HTTP Request node: ${ratio.toFixed(2)}`,
			reached: ratio <= WANTED,
		});
	}
	return {
		title: `Longest time in ms that n8n answers nobody, updates (median of ${rounds})`,
		columns: ['items', OURS, HTTP, 'ratio'],
		rows,
		wanted,
	};
}
