import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface Manifest {
	homepage: string;
	repository: { url: string };
	bugs: { url: string };
}

/** package.json, as far as it says where the project lives. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/**
 * The address of the repository, e.g. `https://github.com/owner/name`: `repository.url` of package.json is the one place
 * that says it. `npm run docs:repository -- <address>` changes it everywhere.
 */
export const repository = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** The same as `owner/name`. */
export const slug = repository.replace('https://github.com/', '');

/**
 * @param path of a file or folder, from the project's folder
 * @returns the address at which GitHub shows it
 */
export const pageOf = (path: string): string => `${repository}/blob/main/${path}`;

/**
 * @param path of a file, from the project's folder
 * @returns the address of its content: for pictures, and for workflows that n8n imports by URL
 */
const rawOf = (path: string): string => `https://raw.githubusercontent.com/${slug}/main/${path}`;

/**
 * Finds the file of the project that an address leads to.
 *
 * @param address full URL, with or without an anchor
 * @returns its path from the project's folder and the anchor without `#`; undefined for an address that is not one of
 *   the project's files
 */
export function fileAt(address: string): { path: string; anchor?: string } | undefined {
	const [url, anchor] = address.split('#');
	if (url === repository)
		return { path: 'README.md', anchor: anchor === 'readme' ? undefined : anchor };
	for (const prefix of [pageOf(''), `${repository}/tree/main/`, rawOf('')]) {
		if (url.startsWith(prefix)) return { path: url.slice(prefix.length), anchor };
	}
	return undefined;
}
