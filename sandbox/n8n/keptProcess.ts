import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tail } from './command';
import { noteGone, noteStarted, stillThere } from './runFolder';

/** How a program is run, and how it is ended. */
export interface KeptOptions {
	/** Path of the Node that runs the keeper. */
	node: string;
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** File to which all output is added. */
	logFile?: string;
	/** What tells the program to end; default SIGTERM. */
	signal?: NodeJS.Signals;
	/** Milliseconds that it may take to end; default 8,000. */
	deadlineMs?: number;
	/** The user that runs the program, where it has to be another one. */
	user?: { uid: number; gid: number };
}

/** A program that ends when this process ends, however it ends. */
export interface KeptProcess {
	/** Process id of `keeper.mjs`, whose child the program is; undefined when it could not be started. */
	pid: number | undefined;
	/** The exit code or signal once it has ended. */
	ended(): number | NodeJS.Signals | undefined;
	/** The last `lines` lines that it wrote. */
	log(lines: number): string;
	/** Calls back with whatever it writes from now on. */
	onOutput(listener: (text: string) => void): void;
	/** Process id of the program itself (Linux). */
	programPid(): Promise<number>;
	/** Tells it to end, and kills it and what it started when it does not. Resolves when it is gone. */
	stop(): Promise<void>;
	/** Kills it and what it started, as a crash would. */
	kill(): Promise<void>;
}

const keeper = join(__dirname, 'keeper.mjs');
const KEPT_LOG_CHARACTERS = 200_000;
const DEADLINE_MS = 8000;
/** How much longer the keeper may take than the program, in milliseconds. */
const GRACE_MS = 2000;

const hasEnded = (child: ChildProcess) =>
	child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/**
 * Starts a program in a process group of its own, so that it can be ended with all its children, and a Ctrl-C in the
 * terminal reaches this process only.
 *
 * @param program its path, or its name on PATH
 * @param args what it is given, one argument each
 * @param options its folder and environment, and how it is ended
 * @returns the program, which may still be starting: one that could not be started says so in `log` and `ended`
 */
export function startKept(program: string, args: string[], options: KeptOptions): KeptProcess {
	const { node, cwd, env, logFile, signal, deadlineMs = DEADLINE_MS, user } = options;
	const told = JSON.stringify({ signal, deadlineMs, ...user });
	const child = spawn(node, [keeper, told, program, ...args], {
		cwd,
		env,
		stdio: ['pipe', 'pipe', 'pipe'],
		detached: true,
	});
	const { pid } = child;
	if (pid !== undefined) {
		noteStarted(pid);
		child.once('exit', () => {
			if (!killGroup(pid, 0)) noteGone(pid);
		});
	}
	const file = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
	let output = '';
	const keep = (chunk: string) => {
		output = (output + chunk).slice(-KEPT_LOG_CHARACTERS);
		file?.write(chunk);
	};
	child.stdout.setEncoding('utf8').on('data', keep);
	child.stderr.setEncoding('utf8').on('data', keep);
	child.on('error', (error) => keep(`${error.message}\n`));
	child.on('close', () => file?.end());

	return {
		pid,
		ended: () => (hasEnded(child) ? (child.signalCode ?? child.exitCode ?? 1) : undefined),
		log: (lines) => tail(output, lines),
		onOutput(listener) {
			child.stdout.on('data', listener);
			child.stderr.on('data', listener);
		},
		async programPid() {
			const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
			return Number(children.trim().split(' ')[0]);
		},
		stop: async () => {
			if (!hasEnded(child)) {
				const ended = once(child, 'exit');
				child.kill('SIGTERM');
				const inTime = new AbortController();
				await Promise.race([
					ended,
					delay(deadlineMs + GRACE_MS, undefined, { signal: inTime.signal }).catch(() => undefined),
				]);
				inTime.abort();
			}
			// Whatever of the group is left: the program itself when it hangs, or what it started.
			killGroup(pid);
		},
		kill: async () => {
			const ended = hasEnded(child) ? undefined : once(child, 'exit');
			killGroup(pid);
			await ended;
		},
	};
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals | 0 = 'SIGKILL'): boolean {
	if (pid === undefined) return false;
	try {
		process.kill(-pid, signal);
		return true;
	} catch (error) {
		// ESRCH: the whole group is gone already. EPERM: so it is, and its id is somebody else's now, or (macOS) what is left of
		// it has ended and waits for its parent.
		if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
		return false;
	}
}

/**
 * Waits until the programs that another process started are gone, after that process has ended. Kills those that
 * take too long.
 *
 * @param pidFile their ids (`noteStarted`)
 */
export async function untilGone(pidFile: string): Promise<void> {
	const pids = stillThere(await readFile(pidFile, 'utf8').catch(() => ''));
	const deadline = Date.now() + DEADLINE_MS + GRACE_MS;
	while (Date.now() < deadline && pids.some((pid) => killGroup(pid, 0))) await delay(200);
	for (const pid of pids) killGroup(pid);
}
