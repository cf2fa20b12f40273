import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { PollContext, PollTriggerExecutor, TriggersAndPollers } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import { additionalDataFor, nodeOf, type CredentialData } from './additionalData';
import { nodeTypesOf } from './nodeTypes';
import type { PollerOptions, PollResult } from './pollTypes';
import type { LogEntry } from './webhookTypes';

export type * from './pollTypes';

interface Staged {
	snapshot: IDataObject;
	seed: IDataObject;
}

/** What n8n measures and reports is no part of the tests. */
const silent = {
	scoped: () => silent,
	debug: () => undefined,
	error: () => undefined,
	startSpan: async (_: unknown, work: (span: object) => Promise<unknown>) => await work(silent),
	startNewTraceSpan: async (_: unknown, work: (span: object) => Promise<unknown>) =>
		await work(silent),
	pickWorkflowAttributes: () => ({}),
	pickNodeAttributes: () => ({}),
	setStatus: () => undefined,
};

/**
 * A published workflow with one polling trigger, as n8n 2.41 runs it: its own PollTriggerExecutor calls the node on a real
 * PollContext whose static data is loaded and saved as n8n/dist/workflows/triggers/trigger-execution-context.factory.js
 * does: after the activation and with every execution, not after a poll that found nothing; with durable cursors, after
 * every poll that did not fail. What is not saved is lost in a restart.
 */
export class Poller {
	readonly log: LogEntry[] = [];

	/** How often something was saved. */
	saves = 0;

	/** What n8n's database has, as text. */
	saved: { staticData: string; cursor?: string } = { staticData: '{}' };

	private workflow: Workflow | undefined;

	/** Of the poll that is running; n8n may run several at once. */
	private readonly results = new AsyncLocalStorage<PollResult>();

	private run: ((testing?: boolean) => Promise<void>) | undefined;

	/** @param options the trigger, and what it is given */
	constructor(private options: PollerOptions) {}

	/**
	 * Publishes the workflow, or starts it again after a restart.
	 *
	 * @param activation why n8n activates it, e.g. `init` after a restart
	 * @returns what the first poll came to, or what stops the activation
	 */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<PollResult> {
		this.stop();
		const { node: type, parameters = {}, credentials } = this.options;
		const node = nodeOf(type, { parameters: structuredClone(parameters) }, true);
		const workflow = new Workflow({
			id: 'test',
			name: 'Test',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypesOf([type]),
			staticData: JSON.parse(this.saved.staticData) as IDataObject,
			settings: { timezone: 'UTC' },
		});
		this.workflow = workflow;
		const executor = new PollTriggerExecutor(
			silent as never,
			new TriggersAndPollers(),
			silent as never,
			silent as never,
		);
		this.run = executor.create(
			workflow,
			node,
			this.contextOf(workflow, node, activation, credentials),
			() => this.workflow === workflow,
		);
		try {
			const result = await this.resultOf(async () => await this.run?.(true));
			this.save(workflow);
			return result;
		} catch (error) {
			this.stop();
			return { error: error as Error };
		}
	}

	/**
	 * Polls once, on time.
	 *
	 * @returns what the poll came to
	 * @throws Error when the workflow is not active
	 */
	async poll(): Promise<PollResult> {
		const { run } = this;
		if (run === undefined) throw new Error('The workflow is not active');
		return await this.resultOf(async () => await run());
	}

	private async resultOf(poll: () => Promise<void>): Promise<PollResult> {
		const result: PollResult = {};
		await this.results.run(result, poll);
		return result;
	}

	private get result(): PollResult {
		return this.results.getStore() ?? {};
	}

	/**
	 * Ends without saving anything, as a process that is killed.
	 *
	 * @param options with `saving`, something else has n8n save before, for example an execution that changes static data
	 *   too
	 */
	stop({ saving = false } = {}): void {
		if (saving && this.workflow !== undefined) this.save(this.workflow);
		this.workflow = undefined;
		this.run = undefined;
	}

	get isActive(): boolean {
		return this.run !== undefined;
	}

	/**
	 * Publishes the workflow with other settings: n8n saves nothing of what it had in memory.
	 *
	 * @param changes to the options
	 * @returns what the first poll came to, or what stops the activation
	 */
	async change(changes: Partial<PollerOptions>): Promise<PollResult> {
		this.options = { ...this.options, ...changes };
		return await this.activate('update');
	}

	/**
	 * Does what `Execute step` in the editor does (n8n-core's workflow-execute.js, `executePollNode`).
	 *
	 * @returns what the poll came to; an error also when it has changed the static data
	 */
	async test(): Promise<PollResult> {
		const { node: type, parameters = {}, credentials } = this.options;
		const node = nodeOf(type, { parameters: structuredClone(parameters) }, true);
		const staticData = JSON.parse(this.saved.staticData) as IDataObject;
		const workflow = new Workflow({
			id: 'test',
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: nodeTypesOf([type]),
			staticData,
		});
		const context = new PollContext(
			workflow,
			node,
			additionalDataFor(credentials),
			'manual',
			'manual',
		);
		try {
			const data = await type.poll!.call(this.capturing(context));
			if (workflow.staticData.__dataChanged === true)
				throw new Error('The test has changed the static data');
			return { items: data?.[0].map(({ json }) => json) };
		} catch (error) {
			return { error: error as Error };
		}
	}

	private save(workflow: Workflow): void {
		if (workflow.staticData.__dataChanged !== true) return;
		this.saved.staticData = JSON.stringify(workflow.staticData);
		this.saves++;
		workflow.staticData.__dataChanged = false;
	}

	private contextOf(
		workflow: Workflow,
		node: INode,
		activation: WorkflowActivateMode,
		credentials: CredentialData,
	): PollContext {
		const staged = new AsyncLocalStorage<Staged | undefined>();
		const commit = async () => {
			const store = staged.getStore();
			if (store === undefined || isDeepStrictEqual(store.snapshot, store.seed)) return;
			this.saved.cursor = JSON.stringify(store.snapshot);
			this.saves++;
			store.seed = structuredClone(store.snapshot);
		};
		const emit = (data: INodeExecutionData[][]) => {
			void commit();
			this.save(workflow);
			this.result.items = data[0].map(({ json }) => json);
		};
		const run = async <T>(poll: () => Promise<T>): Promise<T> => {
			if (this.options.durable !== true) return await staged.run(undefined, poll);
			const stored = this.saved.cursor ?? JSON.stringify(workflow.getStaticData('node', node));
			return await staged.run(
				{ snapshot: JSON.parse(stored) as IDataObject, seed: JSON.parse(stored) as IDataObject },
				poll,
			);
		};
		const context = new PollContext(
			workflow,
			node,
			additionalDataFor(credentials),
			'trigger',
			activation,
			emit,
			(error) => {
				this.result.error = error;
			},
			commit,
			run,
			() => staged.getStore()?.snapshot ?? workflow.getStaticData('node', node),
		);
		return this.capturing(context);
	}

	/** Gives the context a log that can be read. */
	private capturing(context: PollContext): PollContext {
		const at = (level: LogEntry['level']) => (message: string, meta?: unknown) =>
			this.log.push({ level, message, meta });
		const logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
		return Object.defineProperty(context, 'logger', { value: logger });
	}
}
