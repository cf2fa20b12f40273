import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from '../../sandbox/n8n/install';
import { untilGone } from '../../sandbox/n8n/keptProcess';
import { packPackage } from '../../sandbox/n8n/pack';
import { type Report, withProgress } from '../../sandbox/n8n/progress';
import { ensurePrograms } from '../../sandbox/queue/programs';

const USAGE = `Usage: npm run test:queue -- [--short] [--minutes=<n>] [jest's arguments]
  --short         small numbers and one minute of everything: shows that the tests run, proves little
  --minutes=<n>   how long everything runs together; default 8
  -t <part>       one part only, e.g. -t deliveries
`;
const projectRoot = join(__dirname, '..', '..');
const say: Report = (line) => console.log(line);

/**
 * `npm run test:queue`: installs what n8n in queue mode needs (n8n, PostgreSQL, Redis), packs the package and runs the
 * tests of this folder with jest.
 *
 * @returns jest's exit code
 */
async function main(args: string[]): Promise<number> {
	const isShort = args.includes('--short');
	const given = args.find((arg) => arg.startsWith('--minutes='))?.split('=')[1];
	const minutes = given ?? (isShort ? '1' : '8');
	if (args.includes('--help') || !(Number(minutes) > 0)) {
		process.stderr.write(USAGE);
		return 2;
	}
	await ensurePrograms(say);
	await ensureN8n(say);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-queue-'));
	// PostgreSQL may run as another user, in a folder below.
	await chmod(folder, 0o711);
	const pidFile = join(folder, 'pids');
	try {
		const tarball =
			process.env.PYLON_TARBALL ??
			(await withProgress(say, 'Building and packing the package', 25, () =>
				packPackage(projectRoot, join(folder, 'package'), say),
			));
		return await runJest(
			args.filter((arg) => arg !== '--short' && !arg.startsWith('--minutes=')),
			{
				PYLON_TESTS: 'queue',
				PYLON_TARBALL: tarball,
				QUEUE_FOLDER: folder,
				QUEUE_PID_FILE: pidFile,
				QUEUE_SIZE: isShort ? 'short' : 'full',
				QUEUE_MINUTES: minutes,
			},
		);
	} finally {
		// jest may have been interrupted. Its programs end with it, each in its time.
		await untilGone(pidFile);
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function runJest(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
	const jest = [require.resolve('jest/bin/jest'), '--runInBand', '--silent=false'];
	const child = spawn(process.execPath, [...jest, ...args], {
		cwd: projectRoot,
		env: { ...process.env, ...env },
		stdio: 'inherit',
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => child.kill(signal));
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

main(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: Error) => {
		process.stderr.write(`\n${error.message}\n`);
		process.exit(1);
	},
);
