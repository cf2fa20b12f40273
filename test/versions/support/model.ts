import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from './flow';

interface Message {
	role: string;
	content?: unknown;
	tool_call_id?: string;
}

/** What n8n sends to a chat model (https://platform.openai.com/docs/api-reference/chat/create). */
interface ChatRequest {
	messages: Message[];
	tools?: Array<{ function: { name: string } }>;
	stream?: boolean;
}

/** A chat model on loopback with the API of OpenAI. It calls the one tool it is offered, once, and then repeats the answer. */
export interface ScriptedModel {
	/** Base URL, for the credential. */
	url: string;
	/** What it was asked, in order. */
	requests: ChatRequest[];
	/** What the tool answered; undefined when the model was not asked again after its call. */
	toolAnswer(): string | undefined;
	close(): Promise<void>;
}

const contentOf = ({ content }: Message): string =>
	typeof content === 'string' ? content : JSON.stringify(content ?? '');

function replyTo({ messages, tools = [] }: ChatRequest, args: Json): Json {
	const answer = messages.find(({ role }) => role === 'tool');
	if (answer !== undefined || tools.length === 0) {
		return {
			role: 'assistant',
			content: `The tool said: ${answer ? contentOf(answer) : 'nothing'}`,
		};
	}
	const call = { name: tools[0].function.name, arguments: JSON.stringify(args) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: 'call_1', type: 'function', function: call }],
	};
}

function send(response: ServerResponse, message: Json, isStream: boolean): void {
	const finish = message.tool_calls === undefined ? 'stop' : 'tool_calls';
	const head = { id: 'chatcmpl-1', created: 1, model: 'scripted' };
	if (!isStream) {
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		const choices = [{ index: 0, message, finish_reason: finish, logprobs: null }];
		response
			.setHeader('content-type', 'application/json')
			.end(JSON.stringify({ ...head, object: 'chat.completion', choices, usage }));
		return;
	}
	const calls = message.tool_calls as Json[] | undefined;
	const delta =
		calls === undefined
			? message
			: { ...message, tool_calls: calls.map((call, index) => ({ index, ...call })) };
	response.setHeader('content-type', 'text/event-stream');
	for (const choice of [
		{ delta, finish_reason: null },
		{ delta: {}, finish_reason: finish },
	]) {
		const chunk = { ...head, object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] };
		response.write(`data: ${JSON.stringify(chunk)}\n\n`);
	}
	response.end('data: [DONE]\n\n');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
	return text;
}

/**
 * Starts the model on 127.0.0.1.
 *
 * @param args what it calls the tool with
 * @returns the model, which listens
 */
export async function startModel(args: Json): Promise<ScriptedModel> {
	const requests: ChatRequest[] = [];
	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const text = await bodyOf(request);
		if (!request.url?.endsWith('/chat/completions')) {
			response
				.writeHead(404, { 'content-type': 'application/json' })
				.end(JSON.stringify({ error: { message: 'Not here.' } }));
			return;
		}
		const chat = JSON.parse(text) as ChatRequest;
		requests.push(chat);
		send(response, replyTo(chat, args), chat.stream === true);
	};
	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		toolAnswer() {
			const message = requests
				.flatMap(({ messages }) => messages)
				.find(({ role }) => role === 'tool');
			return message && contentOf(message);
		},
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
