import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatedPylon } from '../../../sandbox/pylon';
import { main } from '../../../scripts/live/check';
import type { Findings } from '../../../scripts/live/run';

/** What `npm run live` did. */
export interface LiveRun {
	code: number;
	/** All that was printed. */
	output: string;
	/** What was written with `--json`, and as an object. */
	file: string;
	json: Findings & { writes?: Findings };
	/** What was written with `--report`. */
	report: string;
	/** The waits that it took, in ms; none of them passed for real. */
	waits: number[];
}

/**
 * Runs the command against the simulated Pylon, with a token of full access if not told otherwise.
 * @param sim that is checked
 * @param env further variables of the environment, or others
 * @param args of the command line
 * @returns exit code, and what was printed and written
 */
export async function runLive(
	sim: SimulatedPylon,
	env: NodeJS.ProcessEnv = {},
	args: string[] = [],
): Promise<LiveRun> {
	const folder = mkdtempSync(join(tmpdir(), 'pylon-live-'));
	const name = join(folder, 'findings.json');
	const page = join(folder, 'report.md');
	const lines: string[] = [];
	const waits: number[] = [];
	try {
		const code = await main(
			['--json', name, '--report', page, ...args],
			{ PYLON_API_TOKEN: sim.tokens.us, PYLON_BASE_URL: sim.url, ...env },
			(line) => lines.push(line),
			async (ms) => await Promise.resolve(waits.push(ms)),
		);
		const file = readFileSync(name, 'utf8');
		const report = readFileSync(page, 'utf8');
		const json = JSON.parse(file) as LiveRun['json'];
		return { code, output: lines.join('\n'), file, json, report, waits };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/**
 * @param run what `runLive` returned
 * @param method of a request
 * @param path of the request, as the output has it, e.g. `/accounts`
 * @returns the line about the request, without its time
 * @throws Error when there is not exactly one
 */
export function lineAbout({ output }: LiveRun, method: string, path: string): string {
	const lines = output
		.split('\n')
		.filter((line) => line.startsWith(`${method.padEnd(4)} ${path} `));
	if (lines.length !== 1) throw new Error(`${lines.length} lines about ${method} ${path}`);
	return lines[0]
		.replace(/^.{58}/, '')
		.replace(/ +\d+ ms +/, ' ')
		.trim();
}
