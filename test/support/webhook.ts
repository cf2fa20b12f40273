import { createServer, request as httpRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookContext } from 'n8n-core';
import type { IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { additionalDataFor, nodeOf } from './additionalData';
import { workflowOf } from './engine';
import { parseAsN8n, prepareRequest, UnprocessableBody } from './webhookBody';
import type {
	Delivery,
	Listener,
	LogEntry,
	TriggerAnswer,
	TriggerOptions,
	TriggerResult,
} from './webhookTypes';

export type * from './webhookTypes';

const PAYLOAD_LIMIT = 16 * 1024 * 1024;

/**
 * Puts the node into a workflow of its own.
 *
 * @param options the trigger, and what it is given
 * @returns the workflow, and what n8n knows of its webhook
 */
export function setUp(options: TriggerOptions) {
	const { node: type, mode = 'webhook' } = options;
	const node = nodeOf(
		type,
		{ parameters: structuredClone(options.parameters ?? {}) },
		!!options.credentials,
	);
	const workflow = workflowOf([node], {}, [type]);
	Object.assign(workflow.staticData, options.staticData);
	const webhookData = (additionalData: IWorkflowExecuteAdditionalData): IWebhookData => ({
		httpMethod: 'POST',
		node: node.name,
		path: 'path/webhook',
		webhookDescription: type.description.webhooks![0],
		workflowId: 'test',
		workflowExecuteAdditionalData: additionalData,
		isTest: mode === 'manual',
	});
	return { type, node, workflow, webhookData, mode };
}

/**
 * Gives a context a log that can be read; n8n's own goes to winston.
 *
 * @param context that a node is called on
 * @param log gets what the node writes
 * @returns the same context
 */
export function capturing<T extends object>(context: T, log: LogEntry[]): T {
	const at = (level: LogEntry['level']) => (message: string, meta?: unknown) =>
		log.push({ level, message, meta });
	const logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
	return Object.defineProperty(context, 'logger', { value: logger });
}

/**
 * Starts an HTTP server on the loopback interface that treats a call as n8n treats one to a webhook's URL
 * (n8n/dist/webhooks/webhook-helpers.js of 2.41, `executeWebhook`, response mode "onReceived"): it reads the body,
 * calls the node on a real WebhookContext, and answers with what the node returned.
 *
 * @param options the trigger, and what it is given
 * @returns the server, which listens
 */
export async function listenForWebhooks(options: TriggerOptions): Promise<Listener> {
	const { type, node, workflow, webhookData, mode } = setUp(options);
	const { payloadLimit = PAYLOAD_LIMIT, credentials } = options;
	const listener: Omit<Listener, 'url' | 'close'> = { executions: [], thrown: [], log: [] };

	// "firstEntryJson" is meant for another response mode, but n8n sends the word here too.
	const { responseData = 'firstEntryJson' } = type.description.webhooks![0];
	const answer = (response: ServerResponse, status: number, body: unknown) => {
		const isText = typeof body === 'string';
		response.writeHead(status, {
			'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
		});
		response.end(isText ? body : JSON.stringify(body));
	};

	const server = createServer((message, response) => {
		const handle = async () => {
			const request = prepareRequest(message, payloadLimit);
			const own = workflow.expression.getSimpleParameterValue(
				node,
				'={{$parameter["options"]["binaryData"]}}',
				mode,
				{},
			);
			try {
				await parseAsN8n(request, node.typeVersion, own === true);
			} catch (error) {
				return answer(response, error instanceof UnprocessableBody ? 422 : 500, {
					message: String(error),
				});
			}
			const additionalData = additionalDataFor(credentials);
			additionalData.httpRequest = request as never;
			additionalData.httpResponse = response as never;
			const context = new WebhookContext(
				workflow,
				node,
				additionalData,
				mode,
				webhookData(additionalData),
				[],
				null,
			);
			try {
				const result = await type.webhook!.call(capturing(context, listener.log));
				if (result.workflowData) listener.executions.push(result.workflowData);
				if (result.noWebhookResponse) return;
				const received = result.webhookResponse ?? { message: 'Webhook call received' };
				answer(response, 200, result.workflowData ? responseData : received);
			} catch (error) {
				listener.thrown.push(error);
				answer(response, 500, {
					message: 'Workflow Webhook Error: Workflow could not be started!',
				});
			}
		};
		handle().catch((error: unknown) => {
			listener.thrown.push(error);
			response.destroy();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		...listener,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/path/webhook`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/**
 * Sends one call over real HTTP and reads the answer.
 *
 * @param url of the webhook
 * @param delivery body, headers and method (default POST)
 * @returns the answer, whatever its status
 * @throws Error when the connection breaks without an answer
 */
export async function deliver(
	url: string,
	{ rawBody, headers = {}, method = 'POST', signal }: Delivery,
): Promise<TriggerAnswer> {
	const body = Buffer.from(rawBody);
	return await new Promise((resolve, reject) => {
		const request = httpRequest(
			url,
			{ method, agent: false, signal, headers: { 'content-length': body.length, ...headers } },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					const isJson = response.headers['content-type']?.includes('json') && text !== '';
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: isJson ? JSON.parse(text) : text,
					});
				});
			},
		);
		request.on('error', reject);
		request.end(body);
	});
}

/**
 * Calls a trigger node once.
 *
 * @param options the trigger, what it is given, and the call
 * @returns the answer, the execution that it started if any, and what was thrown and logged
 */
export async function callTrigger(options: TriggerOptions & Delivery): Promise<TriggerResult> {
	const listener = await listenForWebhooks(options);
	try {
		const answer = await deliver(listener.url, options);
		return {
			...answer,
			workflowData: listener.executions[0],
			thrown: listener.thrown[0],
			log: listener.log,
		};
	} finally {
		await listener.close();
	}
}
