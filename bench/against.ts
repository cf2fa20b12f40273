import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { npmEnvironment, runCommand } from '../sandbox/n8n/command';
import { loadOnce } from './loading';
import { median } from './median';
import { contacts, OURS, peers, type Kind, liftLimits } from './peers';
import { runNode, type Setting } from './setting';
import type { Finding } from './table';

/** The target. On a quiet machine, two runs of one commit differ by this much. */
const WANTED = 1.05;

/**
 * Puts another commit of this repository into a folder, with the installed packages of this one.
 * @param root folder of this repository
 * @param commit as git names it
 * @param into made here
 * @throws Error with git's words, for example when there is no such commit
 */
export async function checkOut(root: string, commit: string, into: string): Promise<void> {
	const packages = join(into, 'node_modules');
	await mkdir(packages, { recursive: true });
	const tarball = join(into, 'sources.tar');
	const options = { cwd: root, env: npmEnvironment(), logFile: join(into, 'git.log') };
	await runCommand('git', ['archive', '--format=tar', '-o', tarball, commit], options);
	await runCommand('tar', ['-xf', tarball, '-C', into], options);
	const installed = join(root, 'node_modules');
	for (const name of await readdir(installed))
		// But not what was built from this commit.
		if (name !== '.cache') await symlink(join(installed, name), join(packages, name));
}

/** What is compared, in ms. */
type Times = Map<string, number>;

/**
 * Lets the commits take turns, the first one first in every other round.
 * @param settings of the commits
 * @param rounds how many count; one more comes before them, for files to be in memory and n8n to get warm
 * @param measure gets the index of a commit and returns a time in ms
 * @returns the median of each commit
 */
async function inTurns(
	settings: Setting[],
	rounds: number,
	measure: (index: number) => Promise<number>,
): Promise<number[]> {
	const all = settings.map(() => [] as number[]);
	for (let round = 0; round <= rounds; round++) {
		const order = [...all.keys()];
		for (const index of round % 2 === 0 ? order : order.reverse()) {
			const ms = await measure(index);
			if (round > 0) all[index].push(ms);
		}
	}
	return all.map(median);
}

async function perItem(settings: Setting[], kind: Kind, items: number, rounds: number) {
	const inputs = settings.map((setting) => contacts(setting, items));
	const nodes = settings.map((setting) => peers(setting, kind).get(OURS));
	return await inTurns(settings, rounds, async (index) => {
		const node = nodes[index];
		if (node === undefined) throw new Error(`There is no peer '${OURS}'`);
		const run = await runNode(settings[index], inputs[index], node);
		if (run.error !== undefined || run.items.length !== items)
			throw new Error(`${run.items.length} of ${items} items. ${run.error ?? ''}`);
		return run.ms / items;
	});
}

/**
 * Compares this commit with another one, each in an n8n of its own. They take turns: time per item without a limit, and
 * the time that n8n takes to load the package.
 *
 * @param settings of this commit and of the other one
 * @param other what the other one is called
 * @param size how many items, and how many rounds
 * @returns times in ms, of both and against each other
 * @throws Error when a node did not do its work
 */
export async function against(
	settings: [Setting, Setting],
	other: string,
	{ items, rounds }: { items: number; rounds: number },
): Promise<Finding> {
	const measured: Times[] = settings.map(() => new Map());
	const note = (what: string, values: number[]) =>
		values.forEach((value, index) => measured[index].set(what, value));
	for (const { pylon } of settings) liftLimits(pylon);
	for (const kind of ['get', 'update'] satisfies Kind[])
		note(`${items} ${kind}s, ms per item`, await perItem(settings, kind, items, rounds));
	note(
		'loading, ms',
		await inTurns(settings, rounds, async (index) => (await loadOnce(settings[index])).ms),
	);
	const [now, before] = measured;
	const rows = [...now].map(([what, ms]): [string, number, number, number] => {
		const old = before.get(what) ?? Number.NaN;
		return [what, ms, old, ms / old];
	});
	return {
		title: `This commit against ${other} (median of ${rounds})`,
		columns: ['', 'this commit', other, 'ratio'],
		rows,
		wanted: rows.map(([what, , , ratio]) => ({
			what: `${what}: at most ${WANTED} of before: ${ratio.toFixed(2)}`,
			reached: ratio <= WANTED,
		})),
	};
}
