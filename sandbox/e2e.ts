import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './n8n/chromium';
import { endCommands } from './n8n/command';
import { ensureN8n } from './n8n/install';
import { packPackage } from './n8n/pack';
import { withProgress } from './n8n/progress';
import { say } from './n8n/session';

/** Writes the pictures of the documents to docs/images, instead of only trying whether they can be taken. */
const PICTURES = '--pictures';

const projectRoot = join(__dirname, '..');

/**
 * `npm run test:e2e`: installs what the end-to-end tests need (n8n, Chromium), packs the package once for all of them,
 * and runs them with jest. Arguments go to jest, but for `--pictures` (npm run docs:pictures).
 *
 * @returns jest's exit code
 */
async function main(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-e2e-'));
	try {
		const [chromium, , tarball] = await Promise.all([
			ensureChromium(say),
			ensureN8n(say),
			withProgress(say, 'Building and packing the package', 25, () =>
				packPackage(projectRoot, folder, say),
			),
		]);
		return await runJest({
			PYLON_TESTS: 'e2e',
			PYLON_TARBALL: tarball,
			CHROMIUM_PATH: chromium,
			...(process.argv.includes(PICTURES) ? { UPDATE_PICTURES: '1' } : {}),
		});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function runJest(env: NodeJS.ProcessEnv): Promise<number> {
	const jest = require.resolve('jest/bin/jest');
	const args = process.argv.slice(2).filter((argument) => argument !== PICTURES);
	const child = spawn(process.execPath, [jest, '--runInBand', ...args], {
		cwd: projectRoot,
		env: { ...process.env, ...env },
		stdio: 'inherit',
	});
	// The tests end what they started; this process only waits for them.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		endCommands();
		console.error(`\n${error.message}`);
		process.exit(1);
	},
);
