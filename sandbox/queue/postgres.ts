import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type KeptProcess, startKept } from '../n8n/keptProcess';
import { freePort } from '../n8n/process';
import { unprivilegedUser } from './programs';

const run = promisify(execFile);
const DEADLINE_MS = 60_000;
const POLL_MS = 100;
const MOST_OUTPUT = 2 ** 30;

/** A PostgreSQL server of its own, on loopback, with its data in one folder. */
export class Postgres {
	readonly user = 'n8n';
	readonly database = 'n8n';
	private kept?: KeptProcess;

	private constructor(
		private readonly programs: string,
		private readonly folder: string,
		readonly port: number,
		readonly password: string,
		private readonly runAs: { uid: number; gid: number } | undefined,
	) {}

	/**
	 * Makes a server's data; it is not started yet.
	 *
	 * @param programs folder of PostgreSQL's programs
	 * @param folder for the data; it is made, and other users may pass through its parents
	 * @returns the server, with a port and a password of its own
	 * @throws Error with PostgreSQL's words
	 */
	static async create(programs: string, folder: string): Promise<Postgres> {
		const runAs = await unprivilegedUser();
		await mkdir(folder);
		if (runAs) await chown(folder, runAs.uid, runAs.gid);
		await chmod(folder, 0o700);
		const password = randomBytes(12).toString('hex');
		const postgres = new Postgres(programs, folder, await freePort(), password, runAs);
		const passwordFile = join(folder, 'password');
		await writeFile(passwordFile, password);
		if (runAs) await chown(passwordFile, runAs.uid, runAs.gid);
		await run(
			join(programs, 'initdb'),
			['-D', postgres.data, '-U', 'n8n', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'].concat([
				'--no-sync',
				`--pwfile=${passwordFile}`,
			]),
			{ ...runAs, cwd: folder },
		);
		await rm(passwordFile);
		return postgres;
	}

	/** Makes n8n's database, once. */
	async createDatabase(): Promise<void> {
		await this.psql(['-d', 'postgres', '-c', `CREATE DATABASE ${this.database}`]);
	}

	private get data(): string {
		return join(this.folder, 'data');
	}

	/**
	 * Starts it, on the same data and the same port as before, and waits until it answers.
	 *
	 * @throws Error with PostgreSQL's words when it ends early or does not answer within a minute
	 */
	async start(): Promise<void> {
		const settings = {
			port: String(this.port),
			listen_addresses: '127.0.0.1',
			unix_socket_directories: '',
			// Every n8n process has a pool of connections.
			max_connections: '200',
			// No test pulls the plug, so nothing has to be written to the disk at each commit.
			fsync: 'off',
		};
		const kept = startKept(
			join(this.programs, 'postgres'),
			[
				'-D',
				this.data,
				...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
			],
			{
				node: process.execPath,
				cwd: '/',
				env: { PATH: process.env.PATH, LANG: 'C' },
				// This is the fast way: at SIGTERM it would wait until every client has gone.
				signal: 'SIGINT',
				user: this.runAs,
			},
		);
		this.kept = kept;
		for (let left = DEADLINE_MS / POLL_MS; ; left--) {
			const problem = await this.psql(['-d', 'postgres', '-c', 'SELECT 1']).then(
				() => undefined,
				(error: Error) => error,
			);
			if (!problem) return;
			if (left <= 0 || kept.ended() !== undefined) {
				throw new Error(`PostgreSQL did not start: ${problem.message}\n${kept.log(20)}`);
			}
			await delay(POLL_MS);
		}
	}

	/** Ends it as an administrator would: clients are disconnected. */
	async stop(): Promise<void> {
		await this.kept?.stop();
	}

	/**
	 * Asks for the rows of a query.
	 *
	 * @param query an SQL `SELECT`, without a semicolon
	 * @returns one object for each row, by the names of the columns
	 * @throws Error with PostgreSQL's words
	 */
	async rows<T>(query: string): Promise<T[]> {
		const text = await this.psql(['-c', `SELECT row_to_json(r) FROM (${query}) r`]);
		return text
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as T);
	}

	/**
	 * Reads everything in the database, to search it.
	 *
	 * @returns SQL text that would make the same database (`pg_dump`)
	 */
	async dump(): Promise<string> {
		const { stdout } = await run(
			join(this.programs, 'pg_dump'),
			['-d', this.database],
			this.options(),
		);
		return stdout;
	}

	private async psql(args: string[]): Promise<string> {
		const all = ['--no-psqlrc', '-At', '-v', 'ON_ERROR_STOP=1', ...args];
		return (await run(join(this.programs, 'psql'), all, this.options())).stdout;
	}

	private options() {
		const env = {
			PATH: process.env.PATH,
			PGHOST: '127.0.0.1',
			PGPORT: String(this.port),
			PGUSER: this.user,
			PGPASSWORD: this.password,
			PGDATABASE: this.database,
		};
		return { env, maxBuffer: MOST_OUTPUT };
	}
}
