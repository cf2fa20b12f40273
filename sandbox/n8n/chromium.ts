import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath, runCommand } from './command';
import { type Report, withProgress } from './progress';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else one on PATH, else Debian's, installed now if this user may.
 *
 * @throws Error that says how to get one
 */
export async function ensureChromium(report: Report): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const found = await findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && (await findOnPath('apt-get'))) {
		await withProgress(
			report,
			'Installing Chromium with apt-get',
			'about a minute',
			installWithApt,
		);
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

async function installWithApt(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-apt-'));
	const options = {
		cwd: folder,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		logFile: join(folder, 'apt.log'),
	};
	await runCommand('apt-get', ['update', '-qq'], options);
	await runCommand(
		'apt-get',
		['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
		options,
	);
	await rm(folder, { recursive: true, force: true });
}
