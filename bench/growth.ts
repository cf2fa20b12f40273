import { median } from './median';
import { contacts, HTTP, inTurns, OURS, peers, BATCHED, liftLimits } from './peers';
import type { Setting } from './setting';
import type { Finding } from './table';

const WANTED = 10.5;

/**
 * Measures how the time grows with ten times as many items.
 *
 * @param setting what it runs in
 * @param size the smaller number of items, and rounds with ten times as many; the smaller one runs three times as often
 * @param delayMs how late the simulated Pylon answers, in ms; with a delay no figure is wanted
 * @returns times in s, and by how much they grow
 */
export async function growth(
	setting: Setting,
	{ few, rounds }: { few: number; rounds: number },
	delayMs: number,
): Promise<Finding> {
	liftLimits(setting.pylon);
	const nodes = peers(setting, 'get');
	nodes.delete(BATCHED);
	await inTurns(setting, contacts(setting, 20), nodes, 2, async (run) => await run());
	const sizes: Array<Map<string, number[]>> = [];
	for (const [items, times] of [
		[few, rounds * 3],
		[few * 10, rounds],
	]) {
		const input = contacts(setting, items);
		sizes.push(await inTurns(setting, input, nodes, times, async (run) => (await run()).ms));
	}
	const [small, large] = sizes;
	const rows = [OURS, HTTP].map((name) => {
		const [before, after] = [small, large].map((times) => median(times.get(name) ?? []) / 1000);
		return { name, before, after, ratio: after / before };
	});
	const [ours] = rows;
	return {
		title: `${few} and ${few * 10} gets (median of ${rounds * 3} and ${rounds})`,
		columns: ['node', `${few}: s`, `${few * 10}: s`, 'growth'],
		rows: rows.map(({ name, before, after, ratio }) => [name, before, after, ratio]),
		wanted:
			delayMs > 0
				? []
				: [
						{
							what: `grows by ${WANTED} at most: ${ours.ratio.toFixed(2)}`,
							reached: ours.ratio <= WANTED,
						},
					],
	};
}
