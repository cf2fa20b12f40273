import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set by `runTests` for the tests: the folder of their run. */
export const RUN_FOLDER = 'PYLON_RUN_FOLDER';

/** In which n8n, PostgreSQL and the like get their folders: that of a run of tests goes with it, also when it is interrupted. */
export const runFolder = (): string => process.env[RUN_FOLDER] || tmpdir();

/** The file of a run's folder with the process ids of all that was started (`untilGone`). */
export const pidFileIn = (folder: string): string => join(folder, 'pids');

/** Writes down the process id of what a run of tests has started. */
export function noteStarted(pid: number): void {
	const folder = process.env[RUN_FOLDER];
	if (folder) appendFileSync(pidFileIn(folder), `${pid}\n`);
}
