// It may import nothing but Node itself: it is needed before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a package is for this system; the few that name those they are not for count as if they were. */
const isFor = (wanted = [], actual) => {
	const names = [wanted].flat().filter((name) => !name.startsWith('!'));
	return names.length === 0 || names.includes(actual);
};

/**
 * Makes a measure of how far `npm ci` is: npm makes all folders first, and fills them one after the other.
 *
 * @param folder with the `package-lock.json` and, as it grows, the `node_modules`
 * @param options of `npm ci`, for what it leaves out
 * @returns a function that says which share of the packages is there, from 0 to 1
 */
export function installedShare(folder, options = []) {
	const { packages = {} } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
	const isLeftOut = ({ peer, optional, os, cpu }) =>
		(peer && options.includes('--omit=peer')) ||
		(optional && options.includes('--omit=optional')) ||
		!isFor(os, process.platform) ||
		!isFor(cpu, process.arch);
	const manifests = Object.entries(packages)
		.filter(([path, entry]) => path !== '' && !entry.link && !isLeftOut(entry))
		.map(([path]) => join(folder, path, 'package.json'));
	return () => manifests.filter(existsSync).length / Math.max(1, manifests.length);
}
