import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Report } from './progress';

const POLL_MS = 1000;
/** After how many polls the wait is reported again. */
const REPORT_EVERY = 15;
/** How long a lock may be without the id of its process. */
const UNWRITTEN_MS = 5000;

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Says of an operation on a file that is not there that there is nothing. */
const orNothing = (error: unknown): undefined => {
	if (codeOf(error) === 'ENOENT') return undefined;
	throw error;
};

async function take(file: string): Promise<boolean> {
	const made = await open(file, 'wx').catch((error: unknown) => {
		if (codeOf(error) === 'EEXIST') return undefined;
		throw error;
	});
	if (made === undefined) return false;
	try {
		await made.writeFile(String(process.pid));
		return true;
	} catch (error) {
		// On a full disk, for example. Nobody would take over a lock that is nobody's.
		await rm(file, { force: true });
		throw error;
	} finally {
		await made.close();
	}
}

/** Whether nobody will release a lock with this text: its process is gone, or ended before it wrote its id. */
async function isLeftBehind(file: string, text: string): Promise<boolean> {
	if (text !== '') return !isRunning(Number(text));
	const made = await stat(file).catch(orNothing);
	return made !== undefined && Date.now() - made.mtimeMs > UNWRITTEN_MS;
}

/**
 * Removes a lock that was left behind. Somebody else who has found it too may have removed and taken it meanwhile: then that
 * one goes back.
 */
async function clear(file: string, text: string): Promise<void> {
	const aside = `${file}.${randomUUID()}`;
	await rename(file, aside).catch(orNothing);
	const removed = await readFile(aside, 'utf8').catch(orNothing);
	if (removed !== undefined && removed !== text) {
		await link(aside, file).catch((error: unknown) => {
			if (codeOf(error) !== 'EEXIST') throw error;
		});
	}
	await rm(aside, { force: true });
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
		const text = await readFile(file, 'utf8').catch(orNothing);
		// It was released meanwhile.
		if (text === undefined) continue;
		if (await isLeftBehind(file, text)) {
			await clear(file, text);
			continue;
		}
		if (polls % REPORT_EVERY === 0)
			report(`Waiting for another run${text ? ` (process ${text})` : ''} to finish …`);
		await delay(POLL_MS);
	}
	try {
		return await step();
	} finally {
		await rm(file, { force: true });
	}
}
