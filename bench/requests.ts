import { BATCHED, contacts, HTTP, inTurns, OURS, peers, type Kind, liftLimits } from './peers';
import { median } from './median';
import type { Setting } from './setting';
import type { Finding } from './table';

/** How many rounds there are of each number of items. */
export interface Sizes {
	counts: Array<{ items: number; rounds: number }>;
}

/** The target: at most how many times the HTTP Request node's time. Undefined where there is none. */
function most(delayMs: number, items: number): number | undefined {
	if (delayMs === 0) return 1.05;
	return new Map([
		[1, 1.1],
		[50, 1.15],
		[250, 1.15],
	]).get(items);
}

/**
 * Measures gets and updates of a few and of many items: by our node, and by the HTTP Request node, plain and with its
 * batching.
 *
 * @param setting what they run in
 * @param sizes how many rounds each number of items takes
 * @param delayMs how late the simulated Pylon answers, in ms
 * @returns times in s, against the HTTP Request node
 */
export async function requests(
	setting: Setting,
	{ counts }: Sizes,
	delayMs: number,
): Promise<Finding> {
	liftLimits(setting.pylon);
	const rows: Finding['rows'] = [];
	const wanted: Finding['wanted'] = [];
	for (const kind of ['get', 'update'] satisfies Kind[]) {
		const nodes = peers(setting, kind);
		const unbatched = new Map([...nodes].filter(([name]) => name !== BATCHED));
		await inTurns(setting, contacts(setting, 20), unbatched, 2, async (run) => await run());
		for (const { items, rounds } of counts) {
			const times = await inTurns(
				setting,
				contacts(setting, items),
				nodes,
				rounds,
				async (run) => (await run()).ms,
			);
			const seconds = (name: string) => median(times.get(name) ?? []) / 1000;
			const ratio = seconds(OURS) / seconds(HTTP);
			rows.push([
				`${items} ${kind}${items === 1 ? '' : 's'}`,
				...[...nodes.keys()].map(seconds),
				ratio,
				seconds(OURS) / seconds(BATCHED),
			]);
			const limit = most(delayMs, items);
			if (limit !== undefined)
				wanted.push({
					what: `${items} ${kind}s: at most ${limit} of the HTTP Request node: ${ratio.toFixed(2)}`,
					reached: ratio <= limit,
				});
		}
	}
	const rounds = counts.map((one) => `${one.items}: ${one.rounds}`).join(', ');
	return {
		title: `Gets and updates in s (median; rounds by items: ${rounds}; batched: 1)`,
		columns: ['items', OURS, HTTP, BATCHED, `${OURS} / ${HTTP}`, `${OURS} / batched`],
		rows,
		wanted,
	};
}
