import { readdir, readFile } from 'node:fs/promises';
import type { Cluster } from '../../../sandbox/queue/cluster';

const EVERY_MS = 5000;
const MB = 2 ** 20;
const PAGE = 4096;

interface Sample {
	at: number;
	/** Resident memory in MB, and open handles, in the order of the cluster's members. */
	memory: number[];
	handles: number[];
}

/** What the processes of an n8n take, measured every few seconds (Linux). */
export class Resources {
	readonly samples: Sample[] = [];
	private timer?: NodeJS.Timeout;

	constructor(private readonly cluster: Cluster) {}

	start(): void {
		this.timer = setInterval(() => void this.sample(), EVERY_MS);
	}

	stop(): void {
		clearInterval(this.timer);
	}

	/** Measures once. */
	async sample(): Promise<Sample> {
		const pids = await Promise.all(this.cluster.members.map((member) => member.pid()));
		const memory = await Promise.all(
			pids.map(async (pid) => {
				const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
				return (Number(pages) * PAGE) / MB;
			}),
		);
		const handles = await Promise.all(
			pids.map(async (pid) => (await readdir(`/proc/${pid}/fd`)).length),
		);
		const sample = { at: Date.now(), memory, handles };
		this.samples.push(sample);
		return sample;
	}

	/**
	 * MB a minute by which the memory of each member grows, over the last two thirds: the first one is warming up. Of each ten
	 * samples the smallest counts, since a heap grows until it is collected.
	 */
	slopes(): number[] {
		const late = this.samples.slice(Math.floor(this.samples.length / 3));
		return this.cluster.members.map((_, member) => {
			const lowest: Array<[number, number]> = [];
			for (let begin = 0; begin < late.length; begin += 10) {
				const part = late.slice(begin, begin + 10);
				const [least] = [...part].sort((a, b) => a.memory[member] - b.memory[member]);
				lowest.push([least.at / 60_000, least.memory[member]]);
			}
			return slopeOf(lowest);
		});
	}
}

/** Of the straight line that fits the points best. */
function slopeOf(points: Array<[number, number]>): number {
	const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
	const x = mean(points.map(([at]) => at));
	const y = mean(points.map(([, value]) => value));
	const above = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
	const below = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
	return below === 0 ? 0 : above / below;
}
