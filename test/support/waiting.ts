import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookContext } from 'n8n-core';
import type { IRunExecutionData } from 'n8n-workflow';
import {
	resumeWorkflow,
	runWorkflow,
	setUp,
	type RunWorkflowOptions,
	type WorkflowResult,
} from './engine';
import { deliver, type TriggerAnswer } from './webhook';
import { prepareRequest } from './webhookBody';

/** What n8n reads from its database in between: the same objects never come back. */
const stored = (data: IRunExecutionData): IRunExecutionData =>
	JSON.parse(JSON.stringify(data)) as IRunExecutionData;

/** An execution that waits for an answer. */
export interface WaitingRun {
	/** Until when it waits. */
	waitTill: Date;
	/** What n8n has stored of it. */
	data: IRunExecutionData;
	/** Opens a link of the note; what the answer has set off, if anything, is in `resumed`. */
	call: (
		link: string,
		form?: Record<string, string | string[]>,
		signal?: AbortSignal,
	) => Promise<TriggerAnswer>;
	/** The executions that answers have set off. */
	resumed: WorkflowResult[];
	/** n8n does not take the next answer, as when its database fails; what is called before n8n says so. */
	refuseNext?: (response: ServerResponse) => Promise<unknown>;
	/** Goes on as n8n does when the limit is over. */
	timeOut: () => Promise<WorkflowResult>;
	close: () => Promise<void>;
}

const PAYLOAD_LIMIT = 16 * 1024 * 1024;

/** As n8n gives the fields of `multipart/form-data` to a node: a name that comes several times has a list. */
async function bodyOf(type: string, raw: Buffer): Promise<unknown> {
	if (!type.startsWith('multipart/') || raw.length === 0) return {};
	const response = new Response(new Uint8Array(raw), { headers: { 'content-type': type } });
	const all = await response.formData();
	const fields = [...new Set(all.keys())].map((name) => {
		const values = all.getAll(name);
		return [name, values.length === 1 ? values[0] : values] as const;
	});
	return { data: Object.fromEntries(fields), files: {} };
}

/** What n8n does with a call to a waiting execution (n8n 2.41: `webhooks/waiting-webhooks.js`, `webhook-helpers.js`). */
async function handle(
	options: RunWorkflowOptions,
	run: WaitingRun,
	request: ReturnType<typeof prepareRequest>,
	response: ServerResponse,
): Promise<void> {
	await request.readRawBody?.();
	request.body = await bodyOf(
		request.headers['content-type'] ?? '',
		request.rawBody ?? Buffer.alloc(0),
	);
	const data = stored(run.data);
	const entry = data.executionData!.nodeExecutionStack[0];
	entry.node.disabled = true;
	data.waitTill = undefined;
	const { workflow, additionalData } = setUp(options);
	additionalData.httpRequest = request as never;
	additionalData.httpResponse = response as never;
	const node = workflow.getNode(data.resultData.lastNodeExecuted!)!;
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const [webhookDescription] = type.description.webhooks!;
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		options.mode ?? 'manual',
		{
			httpMethod: 'POST',
			node: node.name,
			path: node.id,
			webhookDescription,
			workflowId: 'test',
			workflowExecuteAdditionalData: additionalData,
		},
		[],
		data,
	);
	const result = await (type as { webhook: NonNullable<typeof type.webhook> }).webhook.call(
		context,
	);
	if (result.noWebhookResponse) return;
	const { refuseNext } = run;
	if (refuseNext) {
		delete run.refuseNext;
		await refuseNext(response);
		throw new Error('There was a problem executing the workflow');
	}
	entry.data.main = result.workflowData ?? [];
	entry.metadata = { ...entry.metadata, forwardAllOutputs: true } as typeof entry.metadata;
	data.waitTill = run.waitTill;
	run.resumed.push(await resumeWorkflow(options, data));
	response.end(result.webhookResponse as string);
}

/**
 * Runs a workflow until it waits for an answer.
 *
 * @param options the workflow, and what it is given
 * @returns the execution, and a server that takes the calls of its links
 * @throws Error when it fails or does not wait
 */
export async function runUntilWaiting(options: RunWorkflowOptions): Promise<WaitingRun> {
	const { run, error } = await runWorkflow(options);
	if (error) throw error;
	if (run.waitTill === undefined || run.waitTill === null) throw new Error('It does not wait');
	const server = createServer((message, response) => {
		const request = prepareRequest(message, PAYLOAD_LIMIT);
		handle(options, waiting, request, response).catch((thrown: unknown) => {
			response.statusCode = 500;
			response.end(String(thrown));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const waiting: WaitingRun = {
		waitTill: new Date(run.waitTill),
		data: stored(run.data),
		resumed: [],
		call: async (link, form, signal) => {
			const { pathname, search } = new URL(link);
			const method = form === undefined ? 'GET' : 'POST';
			const body = new FormData();
			for (const [name, values] of Object.entries(form ?? {}))
				for (const value of [values].flat()) body.append(name, value);
			const sent = new Response(body);
			return await deliver(`http://127.0.0.1:${port}${pathname}${search}`, {
				method,
				signal,
				rawBody: method === 'GET' ? '' : Buffer.from(await sent.arrayBuffer()),
				headers: { 'content-type': sent.headers.get('content-type') ?? '' },
			});
		},
		timeOut: async () => await resumeWorkflow(options, stored(waiting.data)),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return waiting;
}
