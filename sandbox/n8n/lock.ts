import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Report } from './progress';

const POLL_MS = 1000;
/** After how many polls the wait is reported again. */
const REPORT_EVERY = 15;

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

async function take(file: string): Promise<boolean> {
	try {
		await writeFile(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** The process that holds the lock; undefined when it was released meanwhile or is not written yet. */
async function holder(file: string): Promise<number | undefined> {
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return '';
		throw error;
	});
	return text ? Number(text) : undefined;
}

/**
 * Runs a step while holding a lock file, so that two runs on one machine do not do it at the same time.
 * A lock left behind by a process that is gone is taken over.
 *
 * @param file path of the lock file; its folder is made when missing
 * @param report is told every 15 seconds that it waits, and for which process
 * @param step runs when nobody else holds the lock; the lock is released when it ends, also when it throws
 * @returns what the step returns
 */
export async function withLock<T>(
	file: string,
	report: Report,
	step: () => Promise<T>,
): Promise<T> {
	await mkdir(dirname(file), { recursive: true });
	for (let polls = 0; !(await take(file)); polls++) {
		const pid = await holder(file);
		if (pid !== undefined && !isRunning(pid)) {
			await rm(file, { force: true });
			continue;
		}
		if (polls % REPORT_EVERY === 0)
			report(`Waiting for another run${pid ? ` (process ${pid})` : ''} to finish …`);
		await delay(POLL_MS);
	}
	try {
		return await step();
	} finally {
		await rm(file, { force: true });
	}
}
