import { Cleanup } from '../sandbox/n8n/cleanup';
import { deliveries } from './deliveries';
import { loading } from './loading';
import { perItem } from './perItem';
import { rateLimit, twoExecutions } from './rateLimit';
import { returnAll } from './returnAll';
import { startSetting, type Setting } from './setting';
import { toMarkdown, type Finding } from './table';

const USAGE = `npm run bench                    all benchmarks, in the real n8n of the sandbox (about 3 minutes)
npm run bench -- --smoke         the same in a short form
npm run bench -- NAME [NAME …]   some of: rateLimit perItem returnAll twoExecutions deliveries loading`;

type Benchmark = (setting: Setting, smoke: boolean) => Promise<Finding>;

const BENCHMARKS: Record<string, Benchmark> = {
	rateLimit: async (setting, smoke) =>
		await rateLimit(
			setting,
			smoke ? { items: 60, perWindow: 30, windowMs: 3000 } : { items: 600, perWindow: 300, windowMs: 6000, longerWindowMs: 60_000 },
		),
	perItem: async (setting, smoke) => await perItem(setting, smoke ? { items: 50, rounds: 1 } : { items: 500, rounds: 5 }),
	returnAll: async (setting, smoke) => await returnAll(setting, smoke ? { few: 1000, rounds: 1 } : { few: 10_000, rounds: 5 }),
	twoExecutions: async (setting, smoke) =>
		await twoExecutions(setting, smoke ? { items: 60, perWindow: 30, windowMs: 3000 } : { items: 600, perWindow: 300, windowMs: 6000 }),
	deliveries: async (setting, smoke) => await deliveries(setting, smoke ? { deliveries: 20, rounds: 1 } : { deliveries: 100, rounds: 3 }),
	loading: async (setting, smoke) => await loading(setting, { rounds: smoke ? 1 : 5 }),
};

async function main(): Promise<number> {
	const args = process.argv.slice(2);
	const smoke = args.includes('--smoke');
	const names = args.filter((arg) => arg !== '--smoke');
	if (names.some((name) => !(name in BENCHMARKS))) {
		console.error(USAGE);
		return 2;
	}
	const cleanup = new Cleanup();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void cleanup.run().finally(() => process.exit(1)));
	}
	try {
		const setting = await startSetting((line) => console.error(line), cleanup);
		console.log(`${smoke ? 'Short form: the figures say little. ' : ''}${setting.about}\n`);
		for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
			console.log(toMarkdown(await BENCHMARKS[name](setting, smoke)));
		}
	} finally {
		await cleanup.run();
	}
	return 0;
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error);
		process.exit(1);
	},
);
