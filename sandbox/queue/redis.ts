import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type KeptProcess, startKept } from '../n8n/keptProcess';
import { freePort } from '../n8n/process';

const DEADLINE_MS = 30_000;
const POLL_MS = 100;

/** A Redis server of its own, on loopback, that keeps its data over a restart. */
export class Redis {
	private kept?: KeptProcess;

	private constructor(
		private readonly program: string,
		/** Holds its data. */
		readonly folder: string,
		readonly port: number,
		readonly password: string,
	) {}

	/**
	 * Makes a server's settings; it is not started yet.
	 *
	 * @param program path of `redis-server`
	 * @param folder for its data and settings; it is made
	 * @returns the server, with a port and a password of its own
	 */
	static async create(program: string, folder: string): Promise<Redis> {
		await mkdir(folder);
		const redis = new Redis(program, folder, await freePort(), randomBytes(12).toString('hex'));
		const settings = [
			'appendonly yes',
			`requirepass ${redis.password}`,
			`dir ${JSON.stringify(folder)}`,
		];
		const bound = ['bind 127.0.0.1', `port ${redis.port}`];
		// In a file: everybody on the machine can read a command line.
		await writeFile(redis.config, [...bound, ...settings, ''].join('\n'), { mode: 0o600 });
		return redis;
	}

	private get config(): string {
		return join(this.folder, 'redis.conf');
	}

	/**
	 * Starts it, with the same data and on the same port as before.
	 *
	 * @throws Error with the end of Redis' log
	 */
	async start(): Promise<void> {
		this.kept = startKept(this.program, [this.config], {
			node: process.execPath,
			cwd: this.folder,
			env: { PATH: process.env.PATH },
		});
		const kept = this.kept;
		for (let left = DEADLINE_MS / POLL_MS; !(await this.answers()); left--) {
			if (left <= 0 || kept.ended() !== undefined)
				throw new Error(`Redis did not start.\n${kept.log(20)}`);
			await delay(POLL_MS);
		}
	}

	/** Ends it as an administrator would: what it holds is saved. */
	async stop(): Promise<void> {
		await this.kept?.stop();
	}

	/** Whether it has its data and takes commands. */
	private async answers(): Promise<boolean> {
		return await new Promise((resolve) => {
			const socket = connect(this.port, '127.0.0.1');
			let text = '';
			socket.setEncoding('utf8');
			socket.on('connect', () => socket.write(`AUTH ${this.password}\r\nPING\r\n`));
			socket.on('data', (chunk: string) => {
				text += chunk;
				// Two answers: to AUTH and to PING.
				if (text.split('\r\n').length > 2) socket.destroy();
			});
			socket.on('error', () => socket.destroy());
			socket.on('close', () => resolve(text.includes('+PONG')));
		});
	}
}
