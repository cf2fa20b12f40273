import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment variable in which `runTests` tells the tests the folder of their run. */
export const RUN_FOLDER = 'PYLON_RUN_FOLDER';

/**
 * Tells where n8n, PostgreSQL and the like get their folders. In a run of tests that is the run's own folder, which
 * goes with it, also when it is interrupted.
 *
 * @returns path of the run's folder, or of the system's folder for temporary files
 */
export const runFolder = (): string => process.env[RUN_FOLDER] || tmpdir();

/**
 * Names the file with the process ids of all that a run has started (`untilGone`).
 *
 * @param folder of the run
 * @returns path of the file
 */
export const pidFileIn = (folder: string): string => join(folder, 'pids');

function note(line: string): void {
	const folder = process.env[RUN_FOLDER];
	if (folder) appendFileSync(pidFileIn(folder), `${line}\n`);
}

/**
 * Writes down the process id of what a run of tests has started.
 *
 * @param pid one that leads a process group; it is only noted during a run of tests
 */
export function noteStarted(pid: number): void {
	note(String(pid));
}

/**
 * Writes down that a process group of a run of tests is gone: somebody else may get its id.
 *
 * @param pid as it was noted when it was started
 */
export function noteGone(pid: number): void {
	note(`-${pid}`);
}

/**
 * Reads what a run of tests has started and not seen the end of.
 *
 * @param text of the file with the process ids
 * @returns ids of process groups
 */
export function stillThere(text: string): number[] {
	const pids = new Set<number>();
	for (const line of text.split('\n').filter(Boolean).map(Number)) {
		if (line > 0) pids.add(line);
		else pids.delete(-line);
	}
	return [...pids];
}
