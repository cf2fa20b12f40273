import { canUseApt, installWithApt } from './apt';
import { findOnPath } from './command';
import type { Report } from './progress';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * Finds a Chromium: `CHROMIUM_PATH`, else one on PATH, else Debian's, which is installed now if this user may.
 *
 * @param report is told when one is installed
 * @returns the path of its program
 * @throws Error that says how to get one
 */
export async function ensureChromium(report: Report): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const found = await findChromium();
	if (found) return found;
	if (await canUseApt()) {
		await installWithApt(['chromium'], report);
		const installed = await findChromium();
		if (installed) return installed;
	}
	throw new Error(
		'The end-to-end tests need a Chromium or Chrome. Install one (on Debian: apt-get install chromium), ' +
			'or set CHROMIUM_PATH to the path of its program.',
	);
}

async function findChromium(): Promise<string | undefined> {
	for (const name of NAMES) {
		const file = await findOnPath(name);
		if (file) return file;
	}
	return undefined;
}
