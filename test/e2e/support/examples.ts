import { Cleanup } from '../../../sandbox/n8n/cleanup';
import type { Credential, ExecutionResult, SavedWorkflow } from '../../../sandbox/n8n/api';
import { ensureN8n } from '../../../sandbox/n8n/install';
import { type ConnectedN8n, startConnectedN8n, WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import type { WebhookOptions } from '../../../sandbox/pylon';
import { VERSIONS } from '../../versions/versions';
import { readExample } from './examplePage';
import { TIMEOUT_MS } from './sandbox';

/** What a user fills in after the import. */
export interface Filling {
	/** Fields of the node "Settings", by name. */
	settings?: Record<string, string>;
	/** Credentials of other services; that of Pylon is there. */
	credentials?: Credential[];
}

type Delivery = [workflow: SavedWorkflow, object: WebhookOptions['object'], template: string];

/** One n8n for all examples. */
export interface Examples extends ConnectedN8n {
	/** Imports an example with its credentials and settings filled in, and nothing else changed. */
	add(name: string, filling?: Filling): Promise<SavedWorkflow>;
	/** Publishes a workflow until the end of the test. */
	publish(workflow: SavedWorkflow): Promise<void>;
	/** Runs a workflow from its trigger by hand, to its end. */
	run(workflow: SavedWorkflow, trigger: string): Promise<ExecutionResult>;
	/** Lets Pylon send a signed webhook about a record to a published workflow, and waits for the end of the execution. */
	deliver(...delivery: Delivery): Promise<ExecutionResult>;
	/** The same for a webhook that starts nothing: returns what n8n answers to Pylon. */
	deliverInVain(...delivery: Delivery): Promise<string>;
}

const nothing = () => undefined;

function filledIn(name: string, settings: Record<string, string>) {
	const workflow = readExample(name);
	const assignments = workflow.nodes.find((node) => node.name === 'Settings')?.parameters
		.assignments as { assignments: Array<{ name: string; value: unknown }> } | undefined;
	for (const [field, value] of Object.entries(settings)) {
		const assignment = assignments?.assignments.find((one) => one.name === field);
		if (!assignment) throw new Error(`"Settings" of ${name} has no field "${field}"`);
		assignment.value = value;
	}
	return workflow;
}

/**
 * @param name of a version as `npm run test:versions` takes it, e.g. `1.123`; the newest when missing
 * @throws Error when there is no such version
 */
function folderOf(name: string | undefined): string | undefined {
	if (name === undefined) return undefined;
	const version = VERSIONS.find((one) => one.name === name);
	if (!version) throw new Error(`PYLON_N8N: there is no '${name}' in test/versions/versions.ts`);
	return version.folder;
}

async function startExamples(cleanup: Cleanup, published: SavedWorkflow[]): Promise<Examples> {
	const install = await ensureN8n(nothing, folderOf(process.env.PYLON_N8N));
	const n8n = await startConnectedN8n(install, nothing, cleanup, process.env.PYLON_TARBALL);
	const { api, pylon, credential } = n8n;
	// Requests are counted here; what a limit does to them is tested elsewhere.
	pylon.limits.set(false);
	const send = async (...[workflow, object, template]: Delivery) =>
		await pylon.sendWebhook({
			url: `${n8n.n8n.url}/webhook/${workflow.nodes.find((node) => node.webhookId)?.webhookId}/webhook`,
			secret: WEBHOOK_SECRET,
			object,
			template,
		});
	const publish = async (workflow: SavedWorkflow) => {
		published.push(workflow);
		await api.publishWorkflow(workflow);
	};
	return {
		...n8n,
		publish,
		async add(name, { settings = {}, credentials = [] } = {}) {
			const workflow = filledIn(name, settings);
			for (const { type, ...rest } of credentials) {
				const id = await api.createCredential({ type, ...rest });
				for (const node of workflow.nodes)
					if (node.credentials?.[type]) node.credentials[type] = { id, name: rest.name };
			}
			return await api.importWorkflow(workflow, credential);
		},
		async run(workflow, trigger) {
			const id = await api.runManually(workflow, trigger);
			await api.finished(workflow.id, id);
			return await api.executionResult(id);
		},
		async deliver(workflow, object, template) {
			const known = await api.executions(workflow.id);
			expect(await send(workflow, object, template)).toMatchObject({ status: 200 });
			const { id } = await api.nextExecution(workflow.id, known);
			return await api.executionResult(id);
		},
		async deliverInVain(workflow, object, template) {
			const { status, body } = await send(workflow, object, template);
			expect({ status, body }).toMatchObject({
				status: 200,
				body: expect.stringContaining('Nothing'),
			});
			return body;
		},
	};
}

/**
 * Starts one n8n before the tests of the calling file, and ends it after them. Each test begins with the simulated
 * Pylon as it was seeded, its log empty, and no workflow published.
 *
 * @returns a function that gives it, to be called inside tests
 */
export function useExamples(): () => Examples {
	jest.setTimeout(TIMEOUT_MS);
	const cleanup = new Cleanup();
	const published: SavedWorkflow[] = [];
	let examples: Examples | undefined;
	const started = () => {
		if (!examples) throw new Error('n8n is not started yet');
		return examples;
	};
	beforeAll(async () => {
		examples = await startExamples(cleanup, published);
	});
	beforeEach(() => {
		const { pylon } = started();
		pylon.resetState();
		pylon.resetLog();
	});
	afterEach(async () => {
		for (const workflow of published.splice(0)) await started().api.unpublishWorkflow(workflow);
	});
	afterAll(() => cleanup.run());
	return started;
}
