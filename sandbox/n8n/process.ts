import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { n8nEnvironment } from './environment';
import type { N8nInstall } from './install';
import { type KeptProcess, startKept } from './keptProcess';

/** An n8n that was started. */
export interface N8nProcess extends Pick<
	KeptProcess,
	'pid' | 'programPid' | 'log' | 'onOutput' | 'stop'
> {
	/** Without a slash at the end. */
	url: string;
	/**
	 * Resolves when n8n answers.
	 *
	 * @throws Error with the end of n8n's log when it ends early or does not answer in time
	 */
	ready(): Promise<void>;
}

const START_DEADLINE_MS = 120_000;
const POLL_MS = 200;

/**
 * Finds a TCP port of 127.0.0.1 that nobody listens on at the moment.
 *
 * @returns its number
 * @throws Error when the system gives none
 */
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
 * Makes the environment of one process of an installed n8n (`n8nEnvironment`).
 *
 * @param install which n8n: it says which modules there are to disable
 * @param userFolder becomes `N8N_USER_FOLDER`
 * @param port where this process listens
 * @returns the environment variables, with a free port for the task broker
 */
export async function environmentOf(
	install: N8nInstall,
	userFolder: string,
	port: number,
): Promise<NodeJS.ProcessEnv> {
	const modules = await modulesOf(install);
	return n8nEnvironment(userFolder, port, await freePort(), (name) =>
		modules.includes(`'${name}'`),
	);
}

/**
 * Starts n8n on the loopback interface.
 *
 * @param install which n8n
 * @param userFolder becomes `N8N_USER_FOLDER`; the community packages in it are loaded
 * @param settings environment variables of n8n's beside those of every sandbox; they win
 * @param options where it listens (`port`; a free one when undefined), and a file to which its output is added
 *   (`logFile`)
 * @returns the n8n, which was started but is not ready yet
 */
export async function startN8n(
	install: N8nInstall,
	userFolder: string,
	settings: NodeJS.ProcessEnv = {},
	{ port, logFile }: { port?: number; logFile?: string } = {},
): Promise<N8nProcess> {
	port ??= await freePort();
	const url = `http://127.0.0.1:${port}`;
	const kept = startKept(install.node, [install.script, 'start'], {
		node: install.node,
		cwd: userFolder,
		env: { ...(await environmentOf(install, userFolder, port)), ...settings },
		logFile,
	});
	return {
		...kept,
		url,
		// Older versions say that they are ready before they have their routes.
		ready: () => waitUntilReady(kept, [`${url}/healthz/readiness`, `${url}/rest/settings`]),
	};
}

/**
 * Whether an address answers with a status of success, in so many milliseconds. Until n8n listens, the connection is
 * refused.
 */
const answers = async (address: string, withinMs: number): Promise<boolean> =>
	await fetch(address, { signal: AbortSignal.timeout(withinMs) }).then(
		(response) => response.ok,
		() => false,
	);

/**
 * Waits until all addresses of an n8n answer with a status of success.
 *
 * @param n8n the process that was started
 * @param addresses full URLs, e.g. of `/healthz/readiness`
 * @param deadlineMs how long it may take, in milliseconds
 * @throws Error with the end of its log when it ends early or does not answer in time
 */
export async function waitUntilReady(
	n8n: KeptProcess,
	addresses: string[],
	deadlineMs = START_DEADLINE_MS,
): Promise<void> {
	const fail = (what: string) => new Error(`${what}\nThe end of n8n's log:\n${n8n.log(40)}`);
	const deadline = Date.now() + deadlineMs;
	while (Date.now() < deadline) {
		const ended = n8n.ended();
		if (ended !== undefined) throw fail(`n8n ended while starting (${ended}).`);
		const left = Math.max(1, deadline - Date.now());
		const answered = addresses.map(async (address) => await answers(address, left));
		if ((await Promise.all(answered)).every(Boolean)) return;
		await delay(POLL_MS);
	}
	throw fail(`n8n did not answer within ${deadlineMs / 1000} s.`);
}
