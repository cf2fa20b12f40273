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
npm run bench -- NAME [NAME …]   some of: rateLimit perItem returnAll twoExecutions deliveries lazyDeliveries loading`;

type Benchmark = (setting: Setting, smoke: boolean) => Promise<Finding>;

const BENCHMARKS: Record<string, Benchmark> = {
	rateLimit: async (setting, smoke) =>
		await rateLimit(
			setting,
			smoke
				? { items: 60, perWindow: 30, windowMs: 3000 }
				: { items: 600, perWindow: 300, windowMs: 6000, longerWindowMs: 60_000 },
		),
	perItem: async (setting, smoke) =>
		await perItem(setting, smoke ? { items: 50, rounds: 1 } : { items: 500, rounds: 5 }),
	returnAll: async (setting, smoke) =>
		await returnAll(setting, smoke ? { few: 1000, rounds: 1 } : { few: 10_000, rounds: 5 }),
	twoExecutions: async (setting, smoke) =>
		await twoExecutions(
			setting,
			smoke
				? { items: 60, perWindow: 30, windowMs: 3000 }
				: { items: 600, perWindow: 300, windowMs: 6000 },
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
	loading: async (setting, smoke) => await loading(setting, { rounds: smoke ? 1 : 5 }),
};

/** What n8n is told for a benchmark: such a one runs in an n8n of its own. */
const N8N_SETTINGS: Record<string, NodeJS.ProcessEnv> = {
	lazyDeliveries: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
};

async function run(names: string[], smoke: boolean, n8nSettings: NodeJS.ProcessEnv): Promise<void> {
	const cleanup = new Cleanup();
	const stop = () => void cleanup.run().finally(() => process.exit(1));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
	try {
		const setting = await startSetting((line) => console.error(line), cleanup, n8nSettings);
		const told = Object.entries(n8nSettings).map(([name, value]) => `, ${name}=${value}`);
		console.log(
			`${smoke ? 'Short form: the figures say little. ' : ''}${setting.about}${told.join('')}\n`,
		);
		for (const name of names) console.log(toMarkdown(await BENCHMARKS[name](setting, smoke)));
	} finally {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
		await cleanup.run();
	}
}

async function main(): Promise<number> {
	const args = process.argv.slice(2);
	const smoke = args.includes('--smoke');
	const names = args.filter((arg) => arg !== '--smoke');
	if (names.some((name) => !(name in BENCHMARKS))) {
		console.error(USAGE);
		return 2;
	}
	const wanted = names.length > 0 ? names : Object.keys(BENCHMARKS);
	const usual = wanted.filter((name) => !(name in N8N_SETTINGS));
	if (usual.length > 0) await run(usual, smoke, {});
	for (const name of wanted.filter((other) => other in N8N_SETTINGS))
		await run([name], smoke, N8N_SETTINGS[name]);
	return 0;
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error);
		process.exit(1);
	},
);
