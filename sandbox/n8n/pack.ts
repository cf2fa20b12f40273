import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npmEnvironment, runCommand } from './command';
import { withLock } from './lock';
import type { Report } from './progress';

/** What the package is made of, and what makes it: files and folders. */
const MADE_OF = [
	...['nodes', 'credentials', 'icons'],
	...['package.json', 'package-lock.json', 'tsconfig.json', 'gulpfile.js'],
	...['README.md', 'LICENSE.md', 'CHANGELOG.md'],
];

/**
 * What `npm run build` does, without checking types: that takes half of its time, and lint, `npm run build` and the editor do
 * it. What is written is the same.
 */
const BUILD = [
	['gulp/bin/gulp.js', '--series', 'clean', 'build:icons'],
	['typescript/bin/tsc', '--noCheck', '--isolatedModules'],
];

/**
 * Builds the package and packs it as `npm publish` would; the same sources are built once (`node_modules/.cache`).
 *
 * @param root folder of the package's sources
 * @param into folder for the tarball and for `build.log`; made when missing
 * @param report is told when another run is packing, which is waited for
 * @returns path of the tarball
 * @throws Error with the words of the compiler, gulp or npm
 */
export async function packPackage(root: string, into: string, report: Report): Promise<string> {
	await mkdir(into, { recursive: true });
	const cache = join(root, 'node_modules', '.cache');
	const options = { cwd: root, env: npmEnvironment(), logFile: join(into, 'build.log') };
	// The build empties `dist` first: two runs at once would pack each other's half.
	return await withLock(join(cache, 'pack.lock'), report, async () => {
		const kept = join(cache, 'packed');
		const folder = join(kept, await hashOf(root, MADE_OF));
		let [tarball] = await tarballsIn(folder);
		if (tarball) {
			await copyFile(join(folder, tarball), join(into, tarball));
			return join(into, tarball);
		}

		for (const [program, ...args] of BUILD)
			await runCommand(process.execPath, [join(root, 'node_modules', program), ...args], options);
		await runCommand('npm', ['pack', '--pack-destination', into], options);
		[tarball] = await tarballsIn(into);
		if (!tarball) throw new Error(`npm pack left no tarball in ${into}`);
		// What was saved while it was built is not in the hash: then it is not kept.
		if (folder === join(kept, await hashOf(root, MADE_OF))) {
			await rm(kept, { recursive: true, force: true });
			await mkdir(folder, { recursive: true });
			// Renamed at the end: half a copy does not count.
			await copyFile(join(into, tarball), join(folder, 'half'));
			await rename(join(folder, 'half'), join(folder, tarball));
		}
		return join(into, tarball);
	});
}

async function tarballsIn(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	return names.filter((name) => name.endsWith('.tgz'));
}

/** The SHA-256 of files and folders: of their names and of what is in them. */
async function hashOf(root: string, names: string[]): Promise<string> {
	const hash = createHash('sha256');
	for (const name of names) {
		const entries = await readdir(join(root, name), {
			recursive: true,
			withFileTypes: true,
		}).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOTDIR') return undefined;
			throw error;
		});
		const files = entries
			?.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name)) ?? [join(root, name)];
		for (const file of files.sort()) {
			hash.update(`${file.slice(root.length)}\0`);
			hash.update(await readFile(file));
			hash.update('\0');
		}
	}
	return hash.digest('hex').slice(0, 16);
}
