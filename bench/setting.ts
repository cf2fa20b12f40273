import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import {
	N8nApi,
	type Owner,
	type SavedWorkflow,
	type Workflow,
	type WorkflowNode,
} from '../sandbox/n8n/api';
import type { Cleanup } from '../sandbox/n8n/cleanup';
import { ensureN8n, type N8nInstall } from '../sandbox/n8n/install';
import { packPackage } from '../sandbox/n8n/pack';
import { startN8n, type N8nProcess } from '../sandbox/n8n/process';
import type { Report } from '../sandbox/n8n/progress';
import { newPassword } from '../sandbox/n8n/sandbox';
import { installPackage } from '../sandbox/n8n/userFolder';
import { startSimulatedPylon, type SimulatedPylon } from '../sandbox/pylon';

export { byId } from '../test/support/locator';

/** What every benchmark runs in: one real n8n, one simulated Pylon, both peers installed. */
export interface Setting {
	pylon: SimulatedPylon;
	n8n: N8nProcess;
	api: N8nApi;
	owner: Owner;
	credential: { id: string; name: string; type: string };
	install: N8nInstall;
	/** Where this package lies in n8n's user folder. */
	packageFolder: string;
	/** Machine and versions, for the report. */
	about: string;
}

/** One run of one node. */
export interface NodeRun {
	/** When the node began, in ms since 1970. */
	startedAt: number;
	/** Milliseconds in the node, as n8n measures them. */
	ms: number;
	items: Array<{ json: Record<string, unknown> }>;
	error?: string;
}

const FIXTURE = 'n8n-nodes-bench-fixture';
/** This repository's folder. */
export const root = join(__dirname, '..');

async function installFixture(userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await cp(join(__dirname, 'fixture'), join(nodes, 'node_modules', FIXTURE), { recursive: true });
	const ledgerFile = join(nodes, 'package.json');
	const ledger = JSON.parse(await readFile(ledgerFile, 'utf8')) as {
		dependencies: Record<string, string>;
	};
	ledger.dependencies[FIXTURE] = '1.0.0';
	await writeFile(ledgerFile, JSON.stringify(ledger));
}

/**
 * Starts what the benchmarks need; `cleanup` ends it.
 *
 * @param report is told how it goes on
 * @param cleanup gets the steps that end and remove everything
 * @param n8nSettings environment variables of n8n's, beside those of every sandbox
 * @param sources folder of the package that n8n gets: this one, or another commit
 * @returns what runs; n8n is ready, and the owner is signed in
 * @throws Error with the reason of the step that failed
 */
export async function startSetting(
	report: Report,
	cleanup: Cleanup,
	n8nSettings: NodeJS.ProcessEnv = {},
	sources = root,
): Promise<Setting> {
	const install = await ensureN8n(report);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-bench-'));
	await cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	const userFolder = join(folder, 'n8n');
	await mkdir(userFolder);
	await installPackage(userFolder, await packPackage(sources, join(folder, 'package'), report));
	await installFixture(userFolder);

	const pylon = await startSimulatedPylon({ seed: 'empty', logSize: 10_000 });
	await cleanup.add(() => pylon.close());
	const n8n = await startN8n(install, userFolder, n8nSettings);
	await cleanup.add(() => n8n.stop());
	report('Starting n8n …');
	await n8n.ready();
	const api = new N8nApi(n8n.url);
	const owner = {
		email: 'owner@example.com',
		firstName: 'Bench',
		lastName: 'Owner',
		password: newPassword(),
	};
	await api.setUpOwner(owner);
	const credential = {
		name: 'Simulated Pylon',
		type: 'pylonApi',
		data: { region: 'custom', baseUrl: pylon.url, apiToken: pylon.tokens.us },
	};
	const id = await api.createCredential(credential);
	const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
		version: string;
	};
	const memory = Math.round(totalmem() / 2 ** 30);
	return {
		pylon,
		n8n,
		api,
		owner,
		credential: { id, name: credential.name, type: credential.type },
		install,
		packageFolder: join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-pylon'),
		about: `${new Date().toISOString().slice(0, 10)}, n8n-nodes-pylon ${version}, n8n ${install.version}, ${cpus().length} cores, ${memory} GiB, simulated Pylon on the same machine`,
	};
}

/** A node of a workflow that is made here, not exported from the editor. */
export type BenchNode = Omit<WorkflowNode, 'name' | 'credentials'> & {
	typeVersion: number;
	onError?: string;
};

function workflowOf({ credential }: Setting, input: unknown[], node: BenchNode): Workflow {
	const common = { position: [0, 0] };
	const start = {
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
		...common,
	};
	const measured = {
		...node,
		name: 'Measured',
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		...common,
	};
	return {
		name: 'Benchmark',
		nodes: [
			{ ...start, id: '00000000-0000-4000-8000-000000000001' } as WorkflowNode,
			{ ...measured, id: '00000000-0000-4000-8000-000000000002' } as WorkflowNode,
		],
		connections: { Start: { main: [[{ node: 'Measured', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
		pinData: { Start: input.map((json) => ({ json })) },
	} as Workflow;
}

/**
 * Runs one node on some items, once.
 *
 * @param setting what it runs in
 * @param input the `json` of each item
 * @param node what to run
 * @returns the run; `error` says why it failed, if it did
 */
export async function runNode(
	setting: Setting,
	input: unknown[],
	node: BenchNode,
): Promise<NodeRun> {
	const [run] = await runAtOnce(setting, [input], node);
	return run;
}

/**
 * Runs one node in several executions at once.
 *
 * @param setting what they run in
 * @param inputs the `json` of each item, for each execution
 * @param node what to run
 * @returns one run for each execution, in the order of `inputs`
 */
export async function runAtOnce(
	setting: Setting,
	inputs: unknown[][],
	node: BenchNode,
): Promise<NodeRun[]> {
	const { api, credential } = setting;
	const saved: SavedWorkflow[] = [];
	for (const input of inputs)
		saved.push(await api.importWorkflow(workflowOf(setting, input, node), credential));
	const ids = await Promise.all(
		saved.map(async (workflow) => await api.runManually(workflow, 'Start')),
	);
	return await Promise.all(
		ids.map(async (id, index) => {
			await api.finished(saved[index].id, id, 300_000);
			const { runData, error } = await api.executionResult(id);
			const [result] = (runData.Measured ?? []) as Array<{
				startTime?: number;
				executionTime?: number;
				data?: { main: Array<NodeRun['items'] | null> };
			}>;
			return {
				startedAt: result?.startTime ?? Number.NaN,
				ms: result?.executionTime ?? Number.NaN,
				items: result?.data?.main[0] ?? [],
				...(error ? { error: `${error.message} ${error.description ?? ''}` } : {}),
			};
		}),
	);
}

/**
 * Makes n8n's own node for requests, with the credential that ours has.
 *
 * @param parameters of the node, beside its authentication
 * @param onError what it does about an error, e.g. `continueRegularOutput`; n8n stops the workflow when undefined
 * @returns the node, without a name
 */
export function httpRequest(parameters: Record<string, unknown>, onError?: string): BenchNode {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'pylonApi',
			...parameters,
		},
		onError,
	};
}

/**
 * Makes a Pylon node.
 *
 * @param parameters as the editor stores them
 * @returns the node, without a name
 */
export function pylonNode(parameters: Record<string, unknown>): BenchNode {
	return { type: 'n8n-nodes-pylon.pylon', typeVersion: 1, parameters };
}
