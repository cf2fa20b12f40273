import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type SimulatedPylon, startSimulatedPylon } from '../pylon';
import { type Credential, N8nApi, type Owner, type SavedWorkflow, type Workflow } from './api';
import type { Cleanup } from './cleanup';
import { ensureN8n, type N8nInstall } from './install';
import { packPackage } from './pack';
import { type N8nProcess, startN8n } from './process';
import { type Report, withProgress } from './progress';
import { runFolder } from './runFolder';
import { installPackage } from './userFolder';

/** A credential that n8n has stored. */
export type StoredCredential = Credential & { id: string };

/** A real n8n with this package installed, and a credential that leads to a simulated Pylon. */
export interface ConnectedN8n {
	n8nVersion: string;
	n8n: N8nProcess;
	/** Its `N8N_USER_FOLDER`: all that it writes. */
	userFolder: string;
	/** Where this n8n has the package. */
	packageFolder: string;
	/** All that n8n writes to its output. */
	logFile: string;
	/** Process id of the n8n that runs now (Linux). */
	pid: () => Promise<number>;
	api: N8nApi;
	owner: Owner;
	pylon: SimulatedPylon;
	credential: StoredCredential;
	/**
	 * Ends n8n and starts it again, with the same database and at the same address.
	 * @param changes of its environment variables
	 */
	restart: (changes?: NodeJS.ProcessEnv) => Promise<void>;
}

/** A connected n8n with two workflows of `examples`. */
export interface Sandbox extends ConnectedN8n {
	/** "Set a contact's account from a Pylon webhook", published. */
	webhookWorkflow: SavedWorkflow;
	/** Where that workflow's trigger listens. */
	webhookUrl: string;
	/** "Snooze, create, merge", to be run by hand. */
	manualWorkflow: SavedWorkflow;
}

/** Signs the simulated Pylon's webhooks. Not a secret: it is worth nothing outside this sandbox. */
export const WEBHOOK_SECRET = 'sandbox-webhook-secret';

/**
 * Makes a password, a new one for every n8n: everybody who uses this computer can reach its port.
 *
 * @returns a text with a capital letter and a digit, as n8n wants
 */
export const newPassword = (): string => `A1-${randomBytes(12).toString('base64url')}`;

const projectRoot = join(__dirname, '..', '..');
const exampleFolder = join(projectRoot, 'examples');

/**
 * Starts everything of the sandbox; what it starts and writes is undone by `cleanup`, also when it fails half-way.
 *
 * @param report is told how it goes on
 * @param cleanup gets the steps that end and remove everything
 * @param tarball path of the package to install; packed from the sources when undefined
 * @returns what runs: n8n with its workflow published, and the simulated Pylon
 * @throws Error with the reason of the step that failed
 */
export async function startSandbox(
	report: Report,
	cleanup: Cleanup,
	tarball?: string,
): Promise<Sandbox> {
	const connected = await startConnectedN8n(() => ensureN8n(report), report, cleanup, tarball);
	const { n8n, api, credential } = connected;
	const webhookWorkflow = await api.importWorkflow(
		await readWorkflow('set-account-from-webhook'),
		credential,
	);
	const manualWorkflow = await api.importWorkflow(
		await readWorkflow('snooze-create-merge'),
		credential,
	);
	await api.publishWorkflow(webhookWorkflow);
	const webhookUrl = `${n8n.url}/webhook/${webhookIdOf(webhookWorkflow)}/webhook`;
	return { ...connected, webhookWorkflow, webhookUrl, manualWorkflow };
}

/**
 * Starts an n8n with this package and a simulated Pylon, and makes an owner and a credential; `cleanup` undoes it.
 *
 * @param install which n8n, or a function that makes sure that it is installed: it runs while the package is packed
 * @param report is told how it goes on
 * @param cleanup gets the steps that end and remove everything, also those of a start that failed half-way
 * @param tarball path of the package to install; packed from the sources when undefined
 * @param settings environment variables of n8n's beside those of every sandbox
 * @returns what runs; n8n is ready, and the owner is signed in
 * @throws Error with the reason of the step that failed
 */
export async function startConnectedN8n(
	install: N8nInstall | (() => Promise<N8nInstall>),
	report: Report,
	cleanup: Cleanup,
	tarball?: string,
	settings: NodeJS.ProcessEnv = {},
): Promise<ConnectedN8n> {
	// n8n compares the paths of what it watches with those of what it has loaded, where links are resolved.
	const folder = await realpath(await mkdtemp(join(runFolder(), 'n8n-nodes-pylon-sandbox-')));
	await cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	const userFolder = join(folder, 'n8n');
	await mkdir(userFolder);
	const [installed, packed] = await Promise.all([
		typeof install === 'function' ? install() : install,
		tarball ?? pack(join(folder, 'package'), report),
	]);
	const packageFolder = await installPackage(userFolder, packed);

	const pylon = await startSimulatedPylon({ limits: { perMinute: 'openapi' } });
	await cleanup.add(() => pylon.close());
	const logFile = join(folder, 'n8n.log');
	const n8n = await startN8n(installed, userFolder, settings, { logFile });
	let running = n8n;
	await cleanup.add(() => running.stop());
	await withProgress(report, `Starting n8n ${installed.version}`, 15, () => n8n.ready());
	const restart = async (changes: NodeJS.ProcessEnv = {}) => {
		await running.stop();
		const port = Number(new URL(n8n.url).port);
		running = await startN8n(installed, userFolder, { ...settings, ...changes }, { logFile, port });
		await running.ready();
	};

	const api = new N8nApi(n8n.url);
	const owner: Owner = {
		email: 'owner@example.com',
		firstName: 'Sandbox',
		lastName: 'Owner',
		password: newPassword(),
	};
	await api.setUpOwner(owner);
	const credential = credentialFor(pylon.url, pylon.tokens.us);
	const id = await api.createCredential(credential);
	return {
		n8nVersion: installed.version,
		n8n,
		userFolder,
		packageFolder,
		logFile,
		pid: () => running.programPid(),
		api,
		owner,
		pylon,
		credential: { ...credential, id },
		restart,
	};
}

async function pack(into: string, report: Report): Promise<string> {
	return await withProgress(report, 'Building and packing the package', 25, () =>
		packPackage(projectRoot, into, report),
	);
}

/**
 * @param baseUrl where n8n reaches the simulated Pylon
 * @param apiToken a token that it takes
 * @returns a credential that leads to it, for triggers too; not stored yet
 */
export const credentialFor = (baseUrl: string, apiToken: string): Credential => ({
	name: 'Simulated Pylon',
	type: 'pylonApi',
	data: {
		region: 'custom',
		baseUrl,
		apiToken,
		useWithTrigger: true,
		webhookSecret: WEBHOOK_SECRET,
	},
});

async function readWorkflow(name: string): Promise<Workflow> {
	return JSON.parse(await readFile(join(exampleFolder, `${name}.json`), 'utf8')) as Workflow;
}

function webhookIdOf(workflow: Workflow): string {
	const id = workflow.nodes.find((node) => node.webhookId)?.webhookId;
	if (!id) throw new Error(`workflow "${workflow.name}" has no webhook`);
	return id;
}
