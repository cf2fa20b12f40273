import { runAtOnce, runNode, type Setting } from './setting';
import type { Finding } from './table';
import { done, fresh, prepare, refused, UPDATE, type Updates } from './updates';

/** How many calls more than one execution alone meets. */
const MOST_MORE_REFUSED = 2;

/**
 * Measures two executions at once on one token, against one alone with as many items as both.
 *
 * @param setting what they run in
 * @param size how many items both have, and how many calls are allowed in a window of how many ms
 * @returns times in s, and how many calls were refused
 */
export async function twoExecutions(setting: Setting, size: Updates): Promise<Finding> {
	const half = Math.floor(size.items / 2);
	fresh(setting, half * 2);
	const input = prepare(setting, size, true);
	const alone = await runNode(setting, input, UPDATE);
	const refusedAlone = refused(setting);
	prepare(setting, size, true);
	const both = await runAtOnce(setting, [input.slice(0, half), input.slice(half)], UPDATE);
	const refusedBoth = refused(setting);
	const doneBoth = both.reduce((sum, run) => sum + done(run), 0);
	return {
		title: `Two executions at once on one token (${half} updates each, ${size.perWindow} per ${size.windowMs / 1000} s)`,
		columns: ['executions', 'updated', 'refused (429)', 's in the node'],
		rows: [
			['one', `${done(alone)} of ${half * 2}`, refusedAlone, alone.ms / 1000],
			[
				'two',
				`${doneBoth} of ${half * 2}`,
				refusedBoth,
				Math.max(...both.map(({ ms }) => ms)) / 1000,
			],
		],
		wanted: [
			{ what: `all updated: ${doneBoth} of ${half * 2}`, reached: doneBoth === half * 2 },
			{
				what: `at most ${MOST_MORE_REFUSED} more refused than one alone: ${refusedBoth} against ${refusedAlone}`,
				reached: refusedBoth <= refusedAlone + MOST_MORE_REFUSED,
			},
		],
	};
}
