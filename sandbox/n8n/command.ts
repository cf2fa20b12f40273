import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** How a command is run. `env` replaces the environment; this process's own is used when it is undefined. */
export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** File that receives all output of the command. */
	logFile: string;
}

/** How many lines of a failed command's output are quoted, from either end: npm gives its reason first, a compiler last. */
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
 * @param command name of a program on PATH, or its path
 * @param args what it is given, one argument each: no shell reads them
 * @param options where it runs, and where its output is added
 * @throws Error with the command, its exit code, and the beginning and the end of its output
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

/**
 * Takes the end of a text.
 *
 * @param text lines, with or without a line break at the end
 * @param lines how many of them
 * @returns the last `lines` lines; all of them when there are fewer
 */
export function tail(text: string, lines: number): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/**
 * Looks for a program in the folders of PATH.
 *
 * @param program its file name, e.g. `apt-get`
 * @returns its path, or undefined when there is none that this user may run
 */
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
 * Makes the environment of an npm that works on another folder. It leaves out what the calling npm says about its own
 * package and script (the user's npm settings stay), and `ignore-scripts`, which comes from this project's `.npmrc`.
 *
 * @param firstOnPath folder to be searched before those of PATH; none when undefined
 * @returns a changed copy of this process's environment
 */
export function npmEnvironment(firstOnPath?: string): NodeJS.ProcessEnv {
	const own =
		/^(npm_(package|lifecycle|command|execpath|node_execpath)|npm_config_(local_prefix|ignore_scripts)$|INIT_CWD$)/;
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
	if (firstOnPath) env.PATH = `${firstOnPath}${delimiter}${env.PATH ?? ''}`;
	return env;
}
