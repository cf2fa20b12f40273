import { ExecuteContext, ExecutionLifecycleHooks, RoutingNode, WorkflowExecute } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type IConnections,
	type ICredentialType,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IPinData,
	type IRun,
	type IRunExecutionData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataFor, nodeOf, type CredentialData } from './additionalData';
import { loadNode, nodeTypesOf } from './nodeTypes';

interface EngineOptions {
	/** Decrypted data of the credential; left out, the node has none. */
	credentials?: CredentialData;
	credentialType?: ICredentialType;
	/** IANA name, the workflow's own setting. */
	timezone?: string;
	mode?: WorkflowExecuteMode;
	cancelSignal?: AbortSignal;
}

export interface RunNodeOptions extends EngineOptions {
	node: INodeType;
	parameters: INodeParameters;
	/** Default: one empty item. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	onError?: INode['onError'];
}

/**
 * Runs a declarative node as n8n does: RoutingNode on an ExecuteContext, defaults filled in by the Workflow.
 * What the node throws comes back as `error`, with no items. Error items are as the node made them: only
 * `runWorkflow` moves them to the error output.
 */
export async function runNode(
	options: RunNodeOptions,
): Promise<{ items: INodeExecutionData[]; error?: Error }> {
	const { parameters, items = [{ json: {} }], continueOnFail, onError, mode = 'manual' } = options;
	const type = loadNode(options.node);
	const node = nodeOf(
		type,
		{ parameters: structuredClone(parameters), continueOnFail, onError },
		!!options.credentials,
	);
	const workflow = workflowOf([node], {}, [type], options.timezone);
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataFor(options.credentials, options.credentialType),
		mode,
		// Where n8n keeps what a node stores (`getContext`).
		{
			...createEmptyRunExecutionData(),
			executionData: {
				contextData: {},
				metadata: {},
				nodeExecutionStack: [],
				waitingExecution: {},
				waitingExecutionSource: {},
			},
		},
		0,
		items,
		input,
		{ node, data: input, source: null },
		[],
		options.cancelSignal,
	);
	try {
		const output = await new RoutingNode(context, type).runNode();
		return { items: output?.[0] ?? [] };
	} catch (error) {
		return { items: [], error: asError(error) };
	}
}

export type WorkflowNode = Partial<Omit<INode, 'type'>> & {
	name: string;
	type: INodeType;
	parameters?: INodeParameters;
};

export interface RunWorkflowOptions extends EngineOptions {
	/** The first one starts. */
	nodes: WorkflowNode[];
	/** `[from, to, output of from]`; default: one after the other. */
	connections?: Array<[from: string, to: string, output?: number]>;
	/** Output of a node that is then not run, by the node's name. */
	pinData?: Record<string, INodeExecutionData[]>;
}

export interface WorkflowResult {
	/** Items per output of each node that ran, in the order of its outputs. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** What stopped the workflow. */
	error?: Error;
	/** All the engine recorded. */
	run: IRun;
}

/**
 * Runs a workflow through n8n-core's WorkflowExecute: item pairing, error outputs, retries and expressions
 * over other nodes are the engine's own.
 */
export async function runWorkflow(options: RunWorkflowOptions): Promise<WorkflowResult> {
	const { mode = 'manual' } = options;
	const { workflow, nodes, additionalData } = setUp(options);
	const execute = new WorkflowExecute(additionalData, mode);
	return await resultOf(
		start(execute, workflow, nodes[0], options.pinData as IPinData | undefined),
		options.cancelSignal,
	);
}

/**
 * Goes on with an execution that waits, as n8n does when its time is over, or when its webhook has put other items in the
 * place of those that wait (n8n 2.41: `wait-tracker.js`, `webhooks/webhook-helpers.js`).
 * @param options those of the run that waits
 * @param data what n8n has stored of it
 */
export async function resumeWorkflow(
	options: RunWorkflowOptions,
	data: IRunExecutionData,
): Promise<WorkflowResult> {
	const { workflow, additionalData } = setUp(options);
	const execute = new WorkflowExecute(additionalData, options.mode ?? 'manual', data);
	return await resultOf(execute.processRunExecutionData(workflow), options.cancelSignal);
}

/** The workflow of a run, and what n8n hands to it. */
export function setUp(options: RunWorkflowOptions) {
	const { mode = 'manual' } = options;
	const types = [...new Set(options.nodes.map(({ type }) => type))];
	const nodes = options.nodes.map(({ type, ...fields }) =>
		nodeOf(
			type,
			{ ...fields, parameters: structuredClone(fields.parameters ?? {}) },
			!!options.credentials,
		),
	);
	const workflow = workflowOf(nodes, connectionsOf(options), types, options.timezone);
	const additionalData = additionalDataFor(options.credentials, options.credentialType);
	additionalData.hooks = new ExecutionLifecycleHooks(mode, 'test', {
		id: 'test',
		name: 'Test',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		activeVersionId: null,
		nodes,
		connections: workflow.connectionsBySourceNode,
	});
	return { workflow, nodes, additionalData };
}

async function resultOf(running: Running, cancelSignal?: AbortSignal): Promise<WorkflowResult> {
	const cancel = () => running.cancel();
	cancelSignal?.addEventListener('abort', cancel);
	try {
		const run = await running;
		const { runData, error } = run.data.resultData;
		return {
			outputs: Object.fromEntries(
				Object.entries(runData).map(([name, runs]) => [
					name,
					(runs[0]?.data?.main ?? []).map((items) => items ?? []),
				]),
			),
			error: error as Error | undefined,
			run,
		};
	} finally {
		cancelSignal?.removeEventListener('abort', cancel);
	}
}

type Running = ReturnType<WorkflowExecute['run']>;

/** n8n 1.123 takes what a run needs one after the other, newer ones take an object. */
function start(
	execute: WorkflowExecute,
	workflow: Workflow,
	startNode: INode,
	pinData?: IPinData,
): Running {
	if (execute.run.length === 1) return execute.run({ workflow, startNode, pinData });
	const run = execute.run as unknown as (
		...parts: [Workflow, INode, undefined, IPinData | undefined]
	) => Running;
	return run.call(execute, workflow, startNode, undefined, pinData);
}

function connectionsOf({ nodes, connections }: RunWorkflowOptions): IConnections {
	const chain = nodes
		.slice(1)
		.map(({ name }, index): [string, string] => [nodes[index].name, name]);
	const result: IConnections = {};
	for (const [from, to, output = 0] of connections ?? chain) {
		const outputs = ((result[from] ??= { main: [] }).main ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return result;
}

/** A workflow in n8n's current execution order; `timezone` is its setting. */
export function workflowOf(
	nodes: INode[],
	connections: IConnections,
	types: INodeType[],
	timezone = 'UTC',
): Workflow {
	return new Workflow({
		id: 'test',
		name: 'Test',
		nodes,
		connections,
		active: false,
		nodeTypes: nodeTypesOf(types),
		settings: { timezone, executionOrder: 'v1' },
	});
}

const asError = (error: unknown): Error =>
	error instanceof Error ? error : new Error(String(error));
