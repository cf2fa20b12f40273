import { runFolder } from '../../../sandbox/n8n/runFolder';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { Memory, type Sample } from '../../support/n8nMemory';
import { trend } from '../../support/trend';

/**
 * Measures what each process of a cluster holds, in the order of its members. All garbage is collected before each
 * measure (Linux).
 */
export class Resources {
	private constructor(private readonly memories: Memory[]) {}

	/**
	 * Prepares to measure the processes that run now.
	 *
	 * @param cluster whose processes they are
	 * @returns what measures them
	 */
	static async of({ members }: Cluster): Promise<Resources> {
		const pids = await Promise.all(members.map(async (member) => await member.pid()));
		return new Resources(pids.map((pid) => new Memory(runFolder(), pid)));
	}

	/**
	 * Measures once, one process after the other: each of them answers nobody meanwhile.
	 *
	 * @returns what each process holds
	 */
	async sample(): Promise<Sample[]> {
		const samples: Sample[] = [];
		for (const memory of this.memories) samples.push(await memory.sample());
		return samples;
	}

	/** @returns MB by which what is live grows from one measure to the next, after the first third: until then n8n warms up */
	growth(): number[] {
		return this.memories.map(({ samples }) =>
			trend(samples.slice(Math.floor(samples.length / 3)).map(({ live }) => live)),
		);
	}
}
