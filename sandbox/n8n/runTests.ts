import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endCommands } from './command';
import { untilGone } from './keptProcess';
import { packPackage } from './pack';
import { withProgress } from './progress';
import { pidFileIn, RUN_FOLDER } from './runFolder';
import { say } from './session';

const projectRoot = join(__dirname, '..', '..');
/** jest is started by its file: a package manager in between would not pass on a signal. */
const JEST = [require.resolve('jest/bin/jest'), '--runInBand'];

/**
 * Runs a folder of tests with jest, on the packed package. Whatever the tests start and write is gone afterwards, also
 * when they were interrupted. Ends this process with jest's exit code.
 *
 * @param tests name of the folder below `test`
 * @param args of jest, e.g. paths
 * @param prepare installs what the tests need, and returns environment variables for them
 */
export function runTests(
	tests: 'e2e' | 'queue' | 'security' | 'soak',
	args: string[],
	prepare: () => Promise<NodeJS.ProcessEnv>,
): void {
	// When the terminal was closed, nothing can be written to it any more, and everything still has to be ended.
	process.stdout.on('error', () => undefined);
	let jest: ChildProcess | undefined;
	let isStopped = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			isStopped = true;
			endCommands();
			jest?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
		});
	}
	const run = async (): Promise<number> => {
		const folder = await mkdtemp(join(tmpdir(), `n8n-nodes-pylon-${tests}-`));
		// PostgreSQL may run as another user, in a folder below.
		await chmod(folder, 0o711);
		try {
			const [settings, tarball] = await Promise.all([
				prepare(),
				process.env.PYLON_TARBALL ?? pack(join(folder, 'package')),
			]);
			if (isStopped) return 1;
			jest = spawn(process.execPath, [...JEST, ...args], {
				cwd: projectRoot,
				env: {
					...process.env,
					PYLON_TESTS: tests,
					PYLON_TARBALL: tarball,
					[RUN_FOLDER]: folder,
					...settings,
				},
				stdio: 'inherit',
			});
			return await exitCodeOf(jest);
		} finally {
			// When jest was interrupted, what it has started ends too, but not at once.
			await untilGone(pidFileIn(folder));
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		}
	};
	run().then(
		(code) => process.exit(code),
		(error: Error) => {
			endCommands();
			process.stderr.write(`\n${error.message}\n`);
			process.exit(1);
		},
	);
}

const pack = async (into: string): Promise<string> =>
	await withProgress(say, 'Building and packing the package', 25, () =>
		packPackage(projectRoot, into, say),
	);

const exitCodeOf = async (child: ChildProcess): Promise<number> =>
	await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
