import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tail } from './command';
import { n8nEnvironment } from './environment';
import type { N8nInstall } from './install';

/** An n8n that was started. */
export interface N8nProcess {
	/** Without a slash at the end. */
	url: string;
	/** Process id of what keeps n8n (`keeper.mjs`), whose child n8n is; undefined when it could not be started. */
	pid: number | undefined;
	/**
	 * Resolves when n8n answers.
	 *
	 * @throws Error with the end of n8n's log when it ends early or does not answer in time
	 */
	ready(): Promise<void>;
	/** The last `lines` lines that n8n wrote. */
	log(lines: number): string;
	/** Calls back with whatever n8n writes from now on. */
	onOutput(listener: (text: string) => void): void;
	/** Ends n8n and what it started; resolves when it is gone. */
	stop(): Promise<void>;
}

const START_DEADLINE_MS = 120_000;
const POLL_MS = 200;
/** n8n is told to finish within 5 s (`N8N_GRACEFUL_SHUTDOWN_TIMEOUT`). */
const STOP_DEADLINE_MS = 10_000;
const keeper = join(__dirname, 'keeper.mjs');
const KEPT_LOG_CHARACTERS = 200_000;

/** A TCP port of 127.0.0.1 that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
	return address.port;
}

/** Which modules an n8n has: the text of the file that lists them. */
async function modulesOf({ folder }: N8nInstall): Promise<string> {
	const file = join(
		folder,
		'node_modules',
		'@n8n',
		'backend-common',
		'dist',
		'modules',
		'modules.config.js',
	);
	return await readFile(file, 'utf8');
}

/**
 * Starts n8n on the loopback interface.
 *
 * @param userFolder becomes `N8N_USER_FOLDER`; the community packages in it are loaded
 * @param settings environment variables of n8n's beside those of every sandbox
 * @param port where it listens; default a free one
 */
export async function startN8n(
	install: N8nInstall,
	userFolder: string,
	settings: NodeJS.ProcessEnv = {},
	port?: number,
): Promise<N8nProcess> {
	port ??= await freePort();
	const url = `http://127.0.0.1:${port}`;
	const modules = await modulesOf(install);
	const environment = n8nEnvironment(userFolder, port, await freePort(), (name) =>
		modules.includes(`'${name}'`),
	);
	const child = spawn(install.node, [keeper, install.script, 'start'], {
		cwd: userFolder,
		env: { ...environment, ...settings },
		// The keeper ends n8n when its input closes, which it does when this process ends, however it ends.
		stdio: ['pipe', 'pipe', 'pipe'],
		// A group of its own: it can be ended with all its children, and a Ctrl-C in the terminal reaches only us.
		detached: true,
	});
	let output = '';
	const keep = (chunk: string) => {
		output = (output + chunk).slice(-KEPT_LOG_CHARACTERS);
	};
	child.stdout.setEncoding('utf8').on('data', keep);
	child.stderr.setEncoding('utf8').on('data', keep);
	const onOutput = (listener: (text: string) => void) => {
		child.stdout.on('data', listener);
		child.stderr.on('data', listener);
	};
	child.on('error', (error) => keep(`${error.message}\n`));
	const log = (lines: number) => tail(output, lines);

	return {
		url,
		pid: child.pid,
		ready: () =>
			waitUntilReady(url, child).catch((error: Error) => {
				throw new Error(`${error.message}\nThe end of n8n's log:\n${log(40)}`);
			}),
		log,
		onOutput,
		stop: () => stop(child),
	};
}

const hasEnded = (child: ChildProcess) =>
	child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Whether an address answers well. A refused connection is the normal answer until n8n listens. */
const answers = async (address: string): Promise<boolean> =>
	await fetch(address).then(
		(response) => response.ok,
		() => false,
	);

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + START_DEADLINE_MS;
	while (Date.now() < deadline) {
		if (hasEnded(child))
			throw new Error(
				`n8n ended while starting (${child.signalCode ?? `exit code ${child.exitCode}`}).`,
			);
		// Older versions are ready before they have their routes.
		if ((await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`)))
			return;
		await delay(POLL_MS);
	}
	throw new Error(`n8n did not answer within ${START_DEADLINE_MS / 1000} s.`);
}

function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch (error) {
		// ESRCH: the whole group is gone already.
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

async function stop(child: ChildProcess): Promise<void> {
	if (!hasEnded(child)) {
		const ended = once(child, 'exit');
		child.kill('SIGTERM');
		const inTime = new AbortController();
		await Promise.race([
			ended,
			delay(STOP_DEADLINE_MS, undefined, { signal: inTime.signal }).catch(() => undefined),
		]);
		inTime.abort();
	}
	// Whatever of the group is left: n8n itself when it hangs, or a runner it started.
	killGroup(child);
}
