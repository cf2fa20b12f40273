import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface PackageJson {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

/**
 * Installs a packed community package into an n8n user folder that is still empty, the way n8n itself does
 * (n8n 2.41.1, `community-packages.service.js`, `downloadPackage`): unpacked below `.n8n/nodes/node_modules`, its
 * package.json without dev, peer and optional dependencies, and named in `.n8n/nodes/package.json`.
 * n8n then runs `npm install` there; that is left out, since the package may not have dependencies
 * (a rule of n8n's verification), so it would install nothing.
 *
 * @param userFolder what `N8N_USER_FOLDER` will name
 * @param tarball path of the `.tgz`
 * @returns the folder of the installed package
 * @throws Error when the package has dependencies
 */
export async function installPackage(userFolder: string, tarball: string): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, 'unpacked');
	await mkdir(unpacked, { recursive: true });
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);

	const manifest = JSON.parse(
		await readFile(join(unpacked, 'package.json'), 'utf8'),
	) as PackageJson;
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		throw new Error(`${manifest.name} has dependencies; n8n's verification allows none.`);
	}
	const published: PackageJson = { ...manifest };
	delete published.devDependencies;
	delete published.peerDependencies;
	delete published.optionalDependencies;
	await writeFile(join(unpacked, 'package.json'), JSON.stringify(published, null, 2));

	const target = join(nodes, 'node_modules', manifest.name);
	await mkdir(join(target, '..'), { recursive: true });
	await rename(unpacked, target);
	const ledger = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	};
	await writeFile(join(nodes, 'package.json'), JSON.stringify(ledger, null, 2));
	return target;
}
