import { eventually } from './eventually';
import { parseExecutionData } from './executionData';
import type {
	Credential,
	Execution,
	ExecutionResult,
	Owner,
	SavedWorkflow,
	Workflow,
} from './apiTypes';
import { Refused, RestClient } from './http';

export type * from './apiTypes';

interface Publication {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
}

const UNFINISHED = new Set<Execution['status']>(['new', 'running', 'waiting']);

const isUnknownRoute = (error: unknown): error is Refused =>
	error instanceof Refused && error.status === 404;

/**
 * Drives n8n as its editor does, by the routes of n8n 2.41.1 (`dist/**\/*.controller.js`), or by those of n8n 1.123
 * where an older n8n does not have them yet. Every method throws Refused with n8n's words when n8n refuses, and one
 * that waits throws Error when its deadline has passed.
 */
export class N8nApi {
	/** For the routes that have no method here. */
	readonly rest: RestClient;

	/** @param url of n8n, without a slash at the end */
	constructor(readonly url: string) {
		this.rest = new RestClient(url);
	}

	/**
	 * Makes the owner of a fresh n8n; the calls that follow are the owner's.
	 *
	 * @param owner its password needs eight characters, a capital letter and a digit
	 */
	async setUpOwner(owner: Owner): Promise<void> {
		await this.rest.call('POST', '/owner/setup', owner);
	}

	/**
	 * Stores a credential.
	 *
	 * @param credential its data in plain text: n8n encrypts it
	 * @returns the credential's id
	 */
	async createCredential(credential: Credential): Promise<string> {
		return (await this.rest.call<{ id: string }>('POST', '/credentials', credential)).id;
	}

	/**
	 * Runs the test of a stored credential with the given data instead of the stored data, as the editor does on saving.
	 *
	 * @param id of the stored credential
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

	/**
	 * Stores a workflow in which this credential replaces every other of its type.
	 *
	 * @param workflow as exported from the editor
	 * @param credential the stored credential: its id and name replace those of the same type in every node
	 * @returns the stored workflow, not published yet
	 */
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
	 * @param workflow as n8n stored it: an n8n that knows versions publishes this one
	 * @param deadlineMs how long its triggers may take, in milliseconds
	 * @throws Error with the trigger's message when n8n cannot activate it
	 */
	async publishWorkflow(workflow: SavedWorkflow, deadlineMs = 60_000): Promise<void> {
		const { id, name } = workflow;
		await this.setActive(workflow, 'activate');
		await eventually(
			`workflow "${name}" to be published`,
			async () => {
				const state = await this.publication(id);
				if (state === undefined) return true;
				const failure = state.triggers.find((trigger) => trigger.errorMessage)?.errorMessage;
				if (failure) throw new Error(`n8n could not publish "${name}": ${failure}`);
				return state.status === 'published' || undefined;
			},
			deadlineMs,
		);
	}

	/**
	 * Takes a workflow's triggers down ("deactivates" in n8n 1), and waits until they are.
	 *
	 * @param workflow as n8n stored it
	 * @param deadlineMs how long it may take, in milliseconds
	 */
	async unpublishWorkflow(workflow: SavedWorkflow, deadlineMs = 60_000): Promise<void> {
		const { id, name } = workflow;
		await this.setActive(workflow, 'deactivate');
		await eventually(
			`workflow "${name}" to be taken down`,
			async () => {
				const state = await this.publication(id);
				return (
					state === undefined || !['published', 'in_progress'].includes(state.status) || undefined
				);
			},
			deadlineMs,
		);
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

	/** How far n8n is with a workflow's triggers; undefined in an n8n without this route, where they are live already. */
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
	 * @param workflow as n8n stored it; what the request carries is run, saved or not
	 * @param triggerName name of the trigger node that the run starts from
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

	/**
	 * Lists the executions of a workflow.
	 *
	 * @param workflowId of a stored workflow
	 * @returns the newest 100 executions, the newest first
	 */
	async executions(workflowId: string): Promise<Execution[]> {
		const query = { filter: JSON.stringify({ workflowId }), limit: '100' };
		return (await this.rest.call<{ results: Execution[] }>('GET', '/executions', undefined, query))
			.results;
	}

	/**
	 * Waits until an execution that is not in `earlier` has ended.
	 *
	 * @param workflowId of a stored workflow
	 * @param earlier the executions before the one to wait for, as `executions` listed them
	 * @param deadlineMs how long it may take, in milliseconds
	 * @returns the execution, which has ended in whatever way
	 */
	async nextExecution(
		workflowId: string,
		earlier: Execution[],
		deadlineMs = 60_000,
	): Promise<Execution> {
		const before = new Set(earlier.map(({ id }) => id));
		return await eventually(
			'an execution to end',
			async () => {
				const news = (await this.executions(workflowId)).filter(({ id }) => !before.has(id));
				return news.find(({ status }) => !UNFINISHED.has(status));
			},
			deadlineMs,
		);
	}

	/**
	 * Waits until this execution of a workflow has ended. (One that runs cannot be read by itself in n8n 2.20.)
	 *
	 * @param workflowId of a stored workflow
	 * @param executionId of the execution to wait for
	 * @param deadlineMs how long it may take, in milliseconds
	 * @returns the execution, which has ended in whatever way
	 */
	async finished(workflowId: string, executionId: string, deadlineMs = 60_000): Promise<Execution> {
		return await eventually(
			`execution ${executionId} to end`,
			async () => {
				const execution = (await this.executions(workflowId)).find(({ id }) => id === executionId);
				return execution === undefined || UNFINISHED.has(execution.status) ? undefined : execution;
			},
			deadlineMs,
		);
	}

	/**
	 * Reads what an execution left behind.
	 *
	 * @param executionId of an execution that has ended
	 * @returns the items of every run of every node, and the error when the execution failed
	 */
	async executionResult(executionId: string): Promise<ExecutionResult> {
		const { data } = await this.rest.call<{ data: string }>('GET', `/executions/${executionId}`);
		return (parseExecutionData(data) as { resultData: ExecutionResult }).resultData;
	}
}
