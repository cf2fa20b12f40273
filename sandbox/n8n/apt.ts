import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath, runCommand } from './command';
import { type Report, withProgress } from './progress';

/** Whether this user may install Debian's packages. */
export async function canUseApt(): Promise<boolean> {
	return process.getuid?.() === 0 && (await findOnPath('apt-get')) !== undefined;
}

/**
 * Installs Debian's packages, and starts none of the services that they bring, where Debian's own starter is used.
 *
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
