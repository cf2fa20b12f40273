import { ExecuteContext, ExecutionLifecycleHooks, RoutingNode, WorkflowExecute } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IPinData,
	type IRunExecutionData,
} from 'n8n-workflow';

import { additionalDataFor, nodeOf } from './additionalData';
import type { RunNodeOptions, RunWorkflowOptions, WorkflowResult } from './engineOptions';
import { loadNode, nodeTypesOf } from './nodeTypes';

export type * from './engineOptions';

/**
 * Runs a declarative node as n8n does: RoutingNode on an ExecuteContext, defaults filled in by the Workflow. Error
 * items are as the node made them: only `runWorkflow` moves them to the error output.
 *
 * @param options the node, and what it is given
 * @returns the items of its first output; what the node throws is `error`, and then there are no items
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

/**
 * Runs a workflow through n8n-core's WorkflowExecute: item pairing, error outputs, retries and expressions
 * over other nodes are the engine's own.
 *
 * @param options the workflow, and what it is given
 * @returns what each node returned, and what stopped the workflow
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
 *
 * @param options those of the run that waits
 * @param data what n8n has stored of it
 * @returns what each node has returned, and what stopped the workflow
 */
export async function resumeWorkflow(
	options: RunWorkflowOptions,
	data: IRunExecutionData,
): Promise<WorkflowResult> {
	const { workflow, additionalData } = setUp(options);
	const execute = new WorkflowExecute(additionalData, options.mode ?? 'manual', data);
	return await resultOf(execute.processRunExecutionData(workflow), options.cancelSignal);
}

/**
 * Makes the workflow of a run, and what n8n hands to it.
 *
 * @param options the workflow, and what it is given
 * @returns the workflow, its nodes and the execution's additional data
 */
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

/**
 * Makes a workflow in n8n's current execution order.
 *
 * @param nodes as n8n stores them
 * @param connections as n8n stores them
 * @param types of the nodes
 * @param timezone the workflow's setting, an IANA name
 * @returns n8n's own object
 */
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
