// It may import nothing but Node itself: it is needed before anything is installed.
import { readFileSync } from 'node:fs';

/**
 * How far an `npm ci` is that begins with an empty cache, by what it has written: the time goes into that. (How many packages
 * are there says little: the largest come last.)
 *
 * @param pid process id of npm
 * @param bytes that it writes in all, into its cache and into `node_modules`
 * @returns from 0 to 1; undefined where the system does not say (it is Linux that does: proc(5), `/proc/pid/io`), or npm is done
 */
export function writtenShare(pid, bytes) {
	try {
		const [, written] = /^wchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'));
		return Math.min(1, Number(written) / bytes);
	} catch {
		return undefined;
	}
}
