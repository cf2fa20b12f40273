import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from './median';
import type { Setting } from './setting';
import type { Finding } from './table';

/** Loads the package as n8n does when it starts, in a process that has n8n's engine loaded already. */
const SCRIPT = `
require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');
(async () => {
	const loader = new PackageDirectoryLoader(process.argv[1]);
	const started = performance.now();
	await loader.loadAll();
	const ms = performance.now() - started;
	console.log(JSON.stringify({ ms, bytes: JSON.stringify(loader.types).length, nodes: loader.types.nodes.length }));
})();
`;

const WANTED_MS = 300;

/** One load of the package. */
interface Load {
	ms: number;
	/** Of the descriptions as JSON. */
	bytes: number;
	nodes: number;
}

/**
 * Loads the package once, in a fresh process.
 *
 * @param setting whose n8n and package are used
 * @returns the time in ms, and how large the descriptions are
 */
export async function loadOnce({ install, packageFolder }: Setting): Promise<Load> {
	const { stdout } = await promisify(execFile)(install.node, ['-e', SCRIPT, packageFolder], {
		cwd: install.folder,
		env: {
			...process.env,
			// As n8n does, so that the package finds n8n's own modules.
			NODE_PATH: `${install.folder}/node_modules`,
			N8N_USER_FOLDER: `${packageFolder}/../../..`,
			N8N_ENCRYPTION_KEY: 'only-for-benchmarks',
		},
	});
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Load;
}

/**
 * Measures the time that loading this package adds to n8n's start.
 *
 * @param setting whose n8n and package are used
 * @param size how many rounds
 * @returns the time in ms, and how large the descriptions are
 */
export async function loading(setting: Setting, { rounds }: { rounds: number }): Promise<Finding> {
	const runs: Load[] = [];
	for (let round = 0; round < rounds; round++) runs.push(await loadOnce(setting));
	const ms = median(runs.map((run) => run.ms));
	const [{ bytes, nodes }] = runs;
	return {
		title: `Loading the package when n8n starts (median of ${rounds})`,
		columns: ['nodes', 'ms', 'descriptions as JSON (kB)'],
		rows: [[nodes, ms, Math.round(bytes / 1000)]],
		wanted: [{ what: `less than ${WANTED_MS} ms: ${ms.toFixed(0)}`, reached: ms < WANTED_MS }],
	};
}
