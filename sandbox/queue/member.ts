import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { N8nInstall } from '../n8n/install';
import { type KeptProcess, startKept } from '../n8n/keptProcess';
import { environmentOf, freePort, waitUntilReady } from '../n8n/process';
import { installPackage } from '../n8n/userFolder';
import { type Place, QUEUE_SETTINGS, WORKER_CONCURRENCY } from './settings';

/** What a process of n8n does in queue mode. */
export type Role = 'main' | 'worker' | 'webhook';

const ARGUMENTS: Record<Role, string[]> = {
	main: ['start'],
	worker: ['worker', `--concurrency=${WORKER_CONCURRENCY}`],
	webhook: ['webhook'],
};

/** Long, since a busy machine starts five processes at once. */
const START_DEADLINE_MS = 300_000;
/** A little longer than N8N_GRACEFUL_SHUTDOWN_TIMEOUT, as `stop_grace_period` of a container. */
const STOP_DEADLINE_MS = 310_000;

/** One process of an n8n in queue mode, with a user folder of its own. It can be ended and started again. */
export class Member {
	private kept?: KeptProcess;
	private output = '';

	private constructor(
		private readonly install: N8nInstall,
		readonly name: string,
		private readonly role: Role,
		/** Becomes `N8N_USER_FOLDER`. */
		readonly userFolder: string,
		private readonly port: number,
		private readonly place: Place,
	) {}

	/**
	 * Makes a process with the package in its user folder; it is not started yet.
	 *
	 * @param install which n8n
	 * @param folder of the run; gets the user folder and the log of this process
	 * @param member its name, which no other process of the run has, and its role
	 * @param place where PostgreSQL and Redis are, and other environment variables of n8n's
	 * @param tarball path of the package to install
	 * @returns the process, on a port of its own
	 */
	static async create(
		install: N8nInstall,
		folder: string,
		[name, role]: [string, Role],
		place: Place,
		tarball: string,
	): Promise<Member> {
		const userFolder = join(folder, name);
		await mkdir(userFolder);
		await installPackage(userFolder, tarball);
		return new Member(install, name, role, userFolder, await freePort(), place);
	}

	/** Without a slash at the end. */
	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get logFile(): string {
		return `${this.userFolder}.log`;
	}

	/** All that it has written since it was made. */
	get log(): string {
		return this.output;
	}

	/**
	 * Starts it, and waits until it is ready.
	 *
	 * @throws Error with the end of its log when it ends early or is not ready within five minutes
	 */
	async start(): Promise<void> {
		const environment = await environmentOf(this.install, this.userFolder, this.port);
		const kept = startKept(this.install.node, [this.install.script, ...ARGUMENTS[this.role]], {
			node: this.install.node,
			cwd: this.userFolder,
			env: {
				...environment,
				...QUEUE_SETTINGS,
				...this.place,
				QUEUE_HEALTH_CHECK_PORT: String(this.port),
				N8N_LOG_LEVEL: 'debug',
			},
			logFile: this.logFile,
			deadlineMs: STOP_DEADLINE_MS,
		});
		this.kept = kept;
		kept.onOutput((text) => {
			this.output += text;
		});
		const readiness = `${this.url}/healthz/readiness`;
		await waitUntilReady(
			kept,
			this.role === 'main' ? [readiness, `${this.url}/rest/settings`] : [readiness],
			START_DEADLINE_MS,
		);
	}

	/**
	 * Tells whether it has ended.
	 *
	 * @returns the exit code or signal; undefined while it runs and before it was started
	 */
	ended(): number | NodeJS.Signals | undefined {
		return this.kept?.ended();
	}

	/** Ends it as an administrator would (SIGTERM), and waits until it is gone. */
	async stop(): Promise<void> {
		await this.kept?.stop();
	}

	/** Ends it as a crash would (SIGKILL), and waits until it is gone. */
	async kill(): Promise<void> {
		await this.kept?.kill();
	}

	/**
	 * Reads the process id of n8n itself (Linux).
	 *
	 * @returns the id, as the system knows it
	 * @throws Error when it was never started
	 */
	async pid(): Promise<number> {
		if (!this.kept) throw new Error(`${this.name} is not started`);
		return await this.kept.programPid();
	}
}
