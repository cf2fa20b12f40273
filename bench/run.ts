import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Cleanup } from '../sandbox/n8n/cleanup';
import { against, checkOut } from './against';
import { deliveries } from './deliveries';
import { editor } from './editor';
import { eventLoop } from './eventLoop';
import { growth } from './growth';
import { loading } from './loading';
import { N8N_SETTINGS } from './n8nSettings';
import { delayAnswers } from './peers';
import { perItem } from './perItem';
import { rateLimit } from './rateLimit';
import { requests } from './requests';
import { returnAll } from './returnAll';
import { sameJob } from './sameJob';
import { root, startSetting, type Setting } from './setting';
import { toMarkdown, type Finding } from './table';
import { twoExecutions } from './twoExecutions';

type Benchmark = (setting: Setting, smoke: boolean, delayMs: number) => Promise<Finding>;

/** Those whose node sends requests: each runs without and with a network's delay. */
const WITH_REQUESTS: Record<string, Benchmark> = {
	requests: async (setting, smoke, delayMs) =>
		await requests(
			setting,
			smoke
				? {
						counts: [
							{ items: 1, rounds: 1 },
							{ items: 50, rounds: 1 },
						],
					}
				: {
						counts: [
							{ items: 1, rounds: 15 },
							{ items: 50, rounds: 9 },
							{ items: 250, rounds: 15 },
							{ items: 2000, rounds: 2 },
						],
					},
			delayMs,
		),
	growth: async (setting, smoke, delayMs) =>
		await growth(
			setting,
			smoke ? { few: 10, rounds: 1 } : { few: 500, rounds: delayMs > 0 ? 1 : 3 },
			delayMs,
		),
	rateLimit: async (setting, smoke) =>
		await rateLimit(
			setting,
			smoke
				? { items: 60, perWindow: 30, windowMs: 3000 }
				: { items: 600, perWindow: 300, windowMs: 6000, longerWindowMs: 60_000 },
		),
	twoExecutions: async (setting, smoke) =>
		await twoExecutions(
			setting,
			smoke
				? { items: 60, perWindow: 30, windowMs: 3000 }
				: { items: 600, perWindow: 300, windowMs: 6000 },
		),
	perItem: async (setting, smoke, delayMs) =>
		await perItem(
			setting,
			smoke ? { items: 50, rounds: 1 } : { items: 500, rounds: delayMs > 0 ? 3 : 5 },
		),
	returnAll: async (setting, smoke, delayMs) =>
		await returnAll(
			setting,
			smoke || delayMs > 0 ? { few: smoke ? 1000 : 10_000, rounds: 1 } : { few: 10_000, rounds: 5 },
		),
};

const compareSameJob = async (setting: Setting, smoke: boolean): Promise<Finding> =>
	await sameJob(setting, smoke ? { deliveries: 20, rounds: 1 } : { deliveries: 50, rounds: 5 });

const OTHERS: Record<string, Benchmark> = {
	eventLoop: async (setting, smoke) =>
		await eventLoop(
			setting,
			smoke ? { counts: [50], rounds: 1 } : { counts: [600, 2000], rounds: 15 },
		),
	deliveries: async (setting, smoke) =>
		await deliveries(
			setting,
			smoke ? { deliveries: 20, rounds: 1 } : { deliveries: 100, rounds: 3 },
		),
	lazyDeliveries: async (setting, smoke) =>
		await deliveries(
			setting,
			smoke ? { deliveries: 20, rounds: 1 } : { deliveries: 100, rounds: 3 },
		),
	sameJob: async (setting, smoke) => await compareSameJob(setting, smoke),
	lazySameJob: async (setting, smoke) => await compareSameJob(setting, smoke),
	legacySameJob: async (setting, smoke) => await compareSameJob(setting, smoke),
	editor: async (setting, smoke) =>
		await editor(
			setting,
			smoke ? { contacts: [1000], rounds: 1 } : { contacts: [1000, 100_000], rounds: 5 },
		),
	loading: async (setting, smoke) => await loading(setting, { rounds: smoke ? 1 : 5 }),
};

const BENCHMARKS = { ...WITH_REQUESTS, ...OTHERS };

/** Milliseconds until an answer comes: on the same machine, and from another continent. */
const DELAYS_MS = [0, 150];

/** In the short form only these run with a delay. */
const SMOKE_WITH_DELAY = ['requests'];

const USAGE = `npm run bench                    all benchmarks, in the real n8n of the sandbox (about 25 minutes)
npm run bench -- --smoke         the same in a short form
npm run bench -- --only=NAME     one of ${Object.keys(BENCHMARKS).join(' ')}; several with commas
npm run bench -- --delay=MS      only with this delay
npm run bench -- --against=REF   this commit against another one of the repository: time per item, and loading`;

const SMOKE = 'Short form: the figures say little. ';

interface Options {
	names: string[];
	smoke: boolean;
	delaysMs: number[];
	/** Another commit, to compare this one with. */
	against?: string;
}

/** Says beside a finding how long it took. */
async function timed(work: () => Promise<Finding>): Promise<Finding> {
	const started = performance.now();
	const finding = await work();
	return { ...finding, seconds: (performance.now() - started) / 1000 };
}

/** Runs one benchmark, with each of the delays that it is measured with. */
async function measure(
	setting: Setting,
	name: string,
	{ smoke, delaysMs }: Options,
): Promise<Finding[]> {
	if (!(name in WITH_REQUESTS))
		return [await timed(async () => await BENCHMARKS[name](setting, smoke, 0))];
	const findings: Finding[] = [];
	for (const delayMs of delaysMs) {
		if (smoke && delayMs > 0 && !SMOKE_WITH_DELAY.includes(name)) continue;
		delayAnswers(setting.pylon, delayMs);
		const finding = await timed(async () => await BENCHMARKS[name](setting, smoke, delayMs));
		findings.push({ ...finding, title: `${finding.title}, ${delayMs} ms of delay` });
	}
	delayAnswers(setting.pylon, 0);
	return findings;
}

/** Does something that has to be undone, also when it is ended by a signal. */
async function withCleanup(work: (cleanup: Cleanup) => Promise<void>): Promise<void> {
	const cleanup = new Cleanup();
	const stop = () => void cleanup.run().finally(() => process.exit(1));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
	try {
		await work(cleanup);
	} finally {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
		await cleanup.run();
	}
}

async function run(options: Options, n8nSettings: NodeJS.ProcessEnv): Promise<void> {
	await withCleanup(async (cleanup) => {
		const setting = await startSetting((line) => console.error(line), cleanup, n8nSettings);
		const told = Object.entries(n8nSettings).map(([name, value]) => `, ${name}=${value}`);
		console.log(`${options.smoke ? SMOKE : ''}${setting.about}${told.join('')}\n`);
		for (const name of options.names)
			for (const finding of await measure(setting, name, options)) console.log(toMarkdown(finding));
	});
}

async function runAgainst(commit: string, smoke: boolean): Promise<void> {
	await withCleanup(async (cleanup) => {
		const report = (line: string) => console.error(line);
		const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-against-'));
		await cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
		await checkOut(root, commit, folder);
		const settings: [Setting, Setting] = [
			await startSetting(report, cleanup),
			await startSetting(report, cleanup, {}, folder),
		];
		console.log(`${smoke ? SMOKE : ''}${settings[0].about}\n`);
		const size = smoke ? { items: 50, rounds: 1 } : { items: 500, rounds: 7 };
		const finding = await timed(async () => await against(settings, commit, size));
		console.log(toMarkdown(finding));
	});
}

/** @returns undefined when the arguments are not understood */
function readArguments(args: string[]): Options | undefined {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			smoke: { type: 'boolean', default: false },
			only: { type: 'string' },
			delay: { type: 'string' },
			against: { type: 'string' },
		},
	});
	const chosen = [...positionals, ...(values.only?.split(',') ?? [])];
	const names = chosen.length > 0 ? chosen : Object.keys(BENCHMARKS);
	const delaysMs = values.delay === undefined ? DELAYS_MS : [Number(values.delay)];
	if (names.some((name) => !(name in BENCHMARKS)) || delaysMs.some(Number.isNaN)) return undefined;
	return { names, smoke: values.smoke, delaysMs, against: values.against };
}

async function main(): Promise<number> {
	const options = readArguments(process.argv.slice(2));
	if (options === undefined) {
		console.error(USAGE);
		return 2;
	}
	if (options.against !== undefined) {
		await runAgainst(options.against, options.smoke);
		return 0;
	}
	const usual = options.names.filter((name) => !(name in N8N_SETTINGS));
	if (usual.length > 0) await run({ ...options, names: usual }, {});
	for (const name of options.names.filter((other) => other in N8N_SETTINGS))
		await run({ ...options, names: [name] }, N8N_SETTINGS[name]);
	return 0;
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error);
		process.exit(1);
	},
);
