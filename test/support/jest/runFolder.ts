import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set by jest's main process, inherited by its workers. */
const VARIABLE = 'N8N_NODES_PYLON_TEST_FOLDER';

/**
 * @returns the folder in which this run of the tests may write
 * @throws Error outside a run
 */
export function runFolder(): string {
	const folder = process.env[VARIABLE];
	if (!folder) throw new Error(`${VARIABLE} is not set: test/support/jest/setup.ts has not run`);
	return folder;
}

/**
 * Makes the folder, once for all projects of a run: one that nobody else can know or have made before. It is removed
 * also when the run is interrupted.
 */
export function makeRunFolder(): void {
	if (process.env[VARIABLE]) return;
	process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-tests-'));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			removeRunFolder();
			process.kill(process.pid, signal);
		});
	}
}

/** Removes the folder with all that is in it. */
export function removeRunFolder(): void {
	rmSync(runFolder(), { recursive: true, force: true });
}
