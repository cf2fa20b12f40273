import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const MB = 2 ** 20;
const POLL_MS = 50;
const DEADLINE_MS = 60_000;

/** What n8n holds after all garbage was collected; sizes in MB. */
export interface Sample {
	/** JavaScript's heap, and what its objects hold outside of it. */
	live: number;
	/** What the process takes of the machine's memory. */
	rss: number;
	/** Open file descriptors, and the sockets among them. */
	handles: number;
	sockets: number;
	timers: number;
}

/**
 * Makes the environment variables of an n8n that is to be measured.
 *
 * @param folder where its processes write what they hold
 * @returns variables, to be added to those of the sandbox
 */
export const probeSettings = (folder: string): NodeJS.ProcessEnv => ({
	NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'n8nMemoryProbe.cjs'))}`,
	N8N_MEMORY_FOLDER: folder,
});

/** Measures an n8n that was started with `probeSettings` (Linux). */
export class Memory {
	readonly samples: Sample[] = [];

	private readonly file: string;

	/**
	 * @param folder in which n8n's processes write what they hold
	 * @param pid of the n8n to be measured
	 */
	constructor(
		folder: string,
		private readonly pid: number,
	) {
		this.file = join(folder, `${pid}.jsonl`);
	}

	/**
	 * Measures once.
	 *
	 * @returns what n8n holds; `samples` has it too
	 * @throws Error when n8n does not say within a minute
	 */
	async sample(): Promise<Sample> {
		const before = (await this.lines()).length;
		const deadline = Date.now() + DEADLINE_MS;
		process.kill(this.pid, 'SIGUSR2');
		let lines = await this.lines();
		for (; lines.length === before; lines = await this.lines()) {
			if (Date.now() > deadline) throw new Error('n8n does not say what it holds.');
			await delay(POLL_MS);
		}
		const measured = JSON.parse(lines[before]) as Sample;
		const sample = { ...measured, live: measured.live / MB, rss: measured.rss / MB };
		this.samples.push(sample);
		return sample;
	}

	private async lines(): Promise<string[]> {
		const text = await readFile(this.file, 'utf8').catch(() => '');
		return text.split('\n').slice(0, -1);
	}
}
