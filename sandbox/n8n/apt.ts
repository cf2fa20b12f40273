import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath, runCommand } from './command';
import { type Report, withProgress } from './progress';

/**
 * Tells whether this user may install Debian's packages.
 *
 * @returns true for root on a machine that has apt-get
 */
export async function canUseApt(): Promise<boolean> {
	return process.getuid?.() === 0 && (await findOnPath('apt-get')) !== undefined;
}

/**
 * Installs Debian's packages. The services that they bring are not started, where Debian's own starter (invoke-rc.d)
 * would start them.
 *
 * @param packages their names, e.g. `['chromium']`
 * @param report is told what is being installed
 * @throws Error with the words of apt-get
 */
export async function installWithApt(packages: string[], report: Report): Promise<void> {
	const what = `Installing ${packages.join(', ')} with apt-get`;
	await withProgress(report, what, 60, async () => {
		const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-apt-'));
		const options = {
			cwd: folder,
			// invoke-rc.d starts nothing in runlevel 1.
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
			logFile: join(folder, 'apt.log'),
		};
		await runCommand('apt-get', ['update', '-qq'], options);
		const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
		await runCommand('apt-get', install, options);
		await rm(folder, { recursive: true, force: true });
	});
}
