import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** File that receives all output of the command. */
	logFile: string;
}

/** Lines quoted of a failed command's output, at either end: npm gives its reason first, a compiler last. */
const FIRST_LINES = 8;
const LAST_LINES = 20;

const running = new Set<ChildProcess>();
let isEnding = false;

/** Ends the commands that run at the moment (npm passes the signal on to what it started), and starts no more. */
export function endCommands(): void {
	isEnding = true;
	for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a command to its end with its output in a log file.
 *
 * @throws Error naming the command, its exit code, and the beginning and the end of its output
 */
export async function runCommand(
	command: string,
	args: string[],
	options: CommandOptions,
): Promise<void> {
	if (isEnding) throw new Error('Stopped.');
	const log = openSync(options.logFile, 'a');
	const before = readFileSync(options.logFile, 'utf8').length;
	try {
		await new Promise<void>((resolve, reject) => {
			const child = spawn(command, args, {
				cwd: options.cwd,
				env: options.env ?? process.env,
				// Its input closes when this process ends, however it ends: `packages.mjs` ends with it.
				stdio: ['pipe', log, log],
			});
			running.add(child);
			child.once('error', reject);
			child.once('close', () => running.delete(child));
			child.once('exit', (code, signal) => {
				if (code === 0) return resolve();
				const line = [command, ...args].join(' ');
				const output = readFileSync(options.logFile, 'utf8').slice(before);
				reject(
					new Error(`"${line}" ended with ${signal ?? `exit code ${code}`}.\n${excerpt(output)}`),
				);
			});
		});
	} finally {
		closeSync(log);
	}
}

function excerpt(text: string): string {
	const lines = text.trimEnd().split('\n');
	if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n');
	return [...lines.slice(0, FIRST_LINES), '…', ...lines.slice(-LAST_LINES)].join('\n');
}

/** The last `lines` lines of a text. */
export function tail(text: string, lines: number): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** The full path of a program on PATH, or undefined when there is none. */
export async function findOnPath(program: string): Promise<string | undefined> {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const file = join(folder, program);
		const found = await access(file, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (folder && found) return file;
	}
	return undefined;
}

/**
 * A copy of an environment for an npm that works on another folder: without what the calling npm says about
 * its own package and script (the user's npm settings stay), without its `ignore-scripts`, which comes from this
 * project's `.npmrc`, and with `firstOnPath` found before all else.
 */
export function npmEnvironment(firstOnPath?: string): NodeJS.ProcessEnv {
	const own =
		/^(npm_(package|lifecycle|command|execpath|node_execpath)|npm_config_(local_prefix|ignore_scripts)$|INIT_CWD$)/;
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
	if (firstOnPath) env.PATH = `${firstOnPath}${delimiter}${env.PATH ?? ''}`;
	return env;
}
