import { setTimeout as delay } from 'node:timers/promises';
import { parseExecutionData } from './executionData';
import { Refused, RestClient } from './http';

export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

export interface Credential {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	webhookId?: string;
}

/** A workflow as exported from the editor. */
export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface SavedWorkflow extends Workflow {
	id: string;
	versionId: string;
}

export interface Execution {
	id: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'crashed' | 'canceled' | 'unknown';
}

export interface ExecutionError {
	message: string;
	description?: string | null;
	node?: { name: string };
}

export interface ExecutionItem {
	json: Record<string, unknown>;
	pairedItem?: unknown;
	error?: ExecutionError;
}

/** One run of a node: its items by kind of connection (`main`, `ai_tool`) and output. */
export interface NodeRun {
	data?: { main: Array<ExecutionItem[] | null> } & Record<string, Array<ExecutionItem[] | null>>;
	error?: ExecutionError;
}

/** What an execution left behind, as far as the sandbox and the tests look at it. */
export interface ExecutionResult {
	error?: ExecutionError;
	/** By node name: one entry per run of the node. */
	runData: Record<string, NodeRun[]>;
}

interface Publication {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
}

const POLL_MS = 250;
const UNFINISHED = new Set<Execution['status']>(['new', 'running', 'waiting']);

const isUnknownRoute = (error: unknown): error is Refused =>
	error instanceof Refused && error.status === 404;

/**
 * n8n driven as its editor drives it, by the routes of n8n 2.41.1 (`dist/**\/*.controller.js`), and where those are not
 * there yet by those of n8n 1.123. Every method throws Error with n8n's words when n8n refuses.
 */
export class N8nApi {
	/** For the routes that have no method here. */
	readonly rest: RestClient;

	constructor(readonly url: string) {
		this.rest = new RestClient(url);
	}

	/** Makes the owner of a fresh n8n; the calls that follow are the owner's. */
	async setUpOwner(owner: Owner): Promise<void> {
		await this.rest.call('POST', '/owner/setup', owner);
	}

	/** @returns the credential's id */
	async createCredential(credential: Credential): Promise<string> {
		return (await this.rest.call<{ id: string }>('POST', '/credentials', credential)).id;
	}

	/**
	 * Runs a stored credential's test, with other data than the stored if `data` is given, as the editor does on saving.
	 *
	 * @returns what the editor would show
	 */
	async testCredential(
		id: string,
		{ name, type, data }: Credential,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.rest.call('POST', '/credentials/test', {
			credentials: { id, name, type, data },
		});
	}

	/** Stores a workflow with its credentials of the given type replaced by the one with this id. */
	async importWorkflow(
		workflow: Workflow,
		credential: { type: string; id: string; name: string },
	): Promise<SavedWorkflow> {
		const reference = { [credential.type]: { id: credential.id, name: credential.name } };
		const nodes = workflow.nodes.map((node) =>
			node.credentials?.[credential.type]
				? { ...node, credentials: { ...node.credentials, ...reference } }
				: node,
		);
		// n8n 2.0 does not store a workflow that does not say whether it is active.
		return await this.rest.call('POST', '/workflows', { ...workflow, nodes, active: false });
	}

	/**
	 * Publishes a workflow ("activates" in n8n 1) and waits until its triggers are live.
	 *
	 * @throws Error with the trigger's message when it refuses to be activated
	 */
	async publishWorkflow(workflow: SavedWorkflow, deadlineMs = 60_000): Promise<void> {
		const { id, name } = workflow;
		await this.setActive(workflow, 'activate');
		await this.until(`workflow "${name}" to be published`, deadlineMs, async () => {
			const state = await this.publication(id);
			if (state === undefined) return true;
			const failure = state.triggers.find((trigger) => trigger.errorMessage)?.errorMessage;
			if (failure) throw new Error(`n8n could not publish "${name}": ${failure}`);
			return state.status === 'published' || undefined;
		});
	}

	/** Takes a workflow's triggers down ("deactivates" in n8n 1), and waits until they are. */
	async unpublishWorkflow(workflow: SavedWorkflow, deadlineMs = 60_000): Promise<void> {
		const { id, name } = workflow;
		await this.setActive(workflow, 'deactivate');
		await this.until(`workflow "${name}" to be taken down`, deadlineMs, async () => {
			const state = await this.publication(id);
			return (
				state === undefined || !['published', 'in_progress'].includes(state.status) || undefined
			);
		});
	}

	private async setActive(
		{ id, versionId }: SavedWorkflow,
		change: 'activate' | 'deactivate',
	): Promise<void> {
		await this.rest
			.call('POST', `/workflows/${id}/${change}`, { versionId })
			.catch(async (error: unknown) => {
				if (!isUnknownRoute(error)) throw error;
				await this.rest.call('PATCH', `/workflows/${id}`, {
					active: change === 'activate',
					versionId,
				});
			});
	}

	/** How far n8n is with a workflow's triggers; undefined in an n8n without this route, which is done when it answers. */
	private async publication(id: string): Promise<Publication | undefined> {
		return await this.rest
			.call<Publication>('GET', `/workflows/${id}/publication-status`)
			.catch((error: unknown) => {
				if (!isUnknownRoute(error)) throw error;
				return undefined;
			});
	}

	/**
	 * Runs a workflow from its trigger as "Execute workflow" in the editor does.
	 *
	 * @param more added to the request's body
	 * @returns the execution's id
	 */
	async runManually(
		workflow: SavedWorkflow,
		triggerName: string,
		more: object = {},
	): Promise<string> {
		const body = { workflowData: workflow, triggerToStartFrom: { name: triggerName }, ...more };
		return (
			await this.rest.call<{ executionId: string }>('POST', `/workflows/${workflow.id}/run`, body)
		).executionId;
	}

	/** The executions of a workflow, newest first, at most 100. */
	async executions(workflowId: string): Promise<Execution[]> {
		const query = { filter: JSON.stringify({ workflowId }), limit: '100' };
		return (await this.rest.call<{ results: Execution[] }>('GET', '/executions', undefined, query))
			.results;
	}

	/** Waits until an execution that is not in `earlier` has ended. */
	async nextExecution(
		workflowId: string,
		earlier: Execution[],
		deadlineMs = 60_000,
	): Promise<Execution> {
		const before = new Set(earlier.map(({ id }) => id));
		return await this.until('an execution to end', deadlineMs, async () => {
			const news = (await this.executions(workflowId)).filter(({ id }) => !before.has(id));
			return news.find(({ status }) => !UNFINISHED.has(status));
		});
	}

	/** Waits until this execution of a workflow has ended. (One that runs cannot be read by itself in n8n 2.20.) */
	async finished(workflowId: string, executionId: string, deadlineMs = 60_000): Promise<Execution> {
		return await this.until(`execution ${executionId} to end`, deadlineMs, async () => {
			const execution = (await this.executions(workflowId)).find(({ id }) => id === executionId);
			return execution === undefined || UNFINISHED.has(execution.status) ? undefined : execution;
		});
	}

	async executionResult(executionId: string): Promise<ExecutionResult> {
		const { data } = await this.rest.call<{ data: string }>('GET', `/executions/${executionId}`);
		return (parseExecutionData(data) as { resultData: ExecutionResult }).resultData;
	}

	private async until<T>(
		what: string,
		deadlineMs: number,
		ask: () => Promise<T | undefined>,
	): Promise<T> {
		const deadline = Date.now() + deadlineMs;
		for (;;) {
			const answer = await ask();
			if (answer !== undefined) return answer;
			if (Date.now() > deadline) throw new Error(`Waited ${deadlineMs / 1000} s for ${what}.`);
			await delay(POLL_MS);
		}
	}
}
