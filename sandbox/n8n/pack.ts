import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { npmEnvironment, runCommand } from './command';
import { withLock } from './lock';
import type { Report } from './progress';

/**
 * Builds the package and packs it as `npm publish` would.
 *
 * @param root folder of the package's sources
 * @param into folder for the tarball and for `build.log`; made when missing
 * @returns path of the tarball
 * @throws Error with the compiler's or npm's words
 */
export async function packPackage(root: string, into: string, report: Report): Promise<string> {
	await mkdir(into, { recursive: true });
	const options = { cwd: root, env: npmEnvironment(), logFile: join(into, 'build.log') };
	// The build empties `dist` first: two runs at once would pack each other's half.
	await withLock(join(root, 'node_modules', '.cache', 'pack.lock'), report, async () => {
		await runCommand('npm', ['run', 'build'], options);
		await runCommand('npm', ['pack', '--pack-destination', into], options);
	});
	const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack left no tarball in ${into}`);
	return join(into, tarball);
}
