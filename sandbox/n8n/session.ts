import { constants } from 'node:os';
import { Cleanup } from './cleanup';
import { endCommands } from './command';
import { type Report, reportTo } from './progress';

/** Writes a line to the terminal. */
export const say: Report = reportTo(process.stdout);

/**
 * Runs a command that starts servers, and ends them when its work is done, when it fails, or with Ctrl-C. Ends this
 * process.
 *
 * @param work starts everything and adds how to undo it to `cleanup`; it returns the exit code, or undefined to keep
 *   everything running until Ctrl-C
 */
export function runSession(work: (cleanup: Cleanup) => Promise<number | undefined>): void {
	session(work).then(
		(code) => process.exit(code),
		(error: Error) => {
			console.error(`\n${error.message}`);
			process.exit(1);
		},
	);
}

async function session(work: (cleanup: Cleanup) => Promise<number | undefined>): Promise<number> {
	// When the terminal was closed, nothing can be written to it any more, and everything still has to be ended.
	process.stdout.on('error', () => undefined);
	const cleanup = new Cleanup();
	let isRunning = false;
	const stopped = new Promise<number>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => resolve(isRunning ? 0 : 128 + constants.signals[signal]));
		}
	});
	const untilTheEnd = async (): Promise<number> => {
		const code = await work(cleanup);
		if (code !== undefined) return code;
		say('\nCtrl-C stops everything and removes what was written.');
		isRunning = true;
		return await stopped;
	};
	try {
		return await Promise.race([untilTheEnd(), stopped]);
	} finally {
		endCommands();
		say('\nStopping …');
		await cleanup.run();
		say('Stopped.');
	}
}
