import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model says: a text, or calls of tools with their arguments. */
export type Turn = { text: string } | { calls: Array<{ tool: string; arguments: object }> };

/** A request of OpenAI's "create chat completion", as far as tests look at it. */
export interface ChatRequest {
	messages: Array<{ role: string; content?: unknown; tool_call_id?: string }>;
	tools?: Array<{ function: { name: string; description?: string; parameters: unknown } }>;
	stream?: boolean;
}

/** A language model that says what a test tells it to, behind OpenAI's chat completions on loopback. */
export interface ScriptedModel {
	/** Base URL for n8n's OpenAI credential. */
	url: string;
	/** What it was asked, in order. */
	requests: ChatRequest[];
	/** Says these turns next, one for each request; a function is given the request that it answers. */
	say(...turns: Array<Turn | ((request: ChatRequest) => Turn)>): void;
	/** Forgets what it was asked and what was left to say. */
	reset(): void;
	close(): Promise<void>;
}

const MODEL = 'scripted';

async function readBody(request: IncomingMessage): Promise<ChatRequest> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
	return JSON.parse(text) as ChatRequest;
}

function messageOf(turn: Turn, id: string) {
	if ('text' in turn) return { role: 'assistant', content: turn.text };
	const tool_calls = turn.calls.map((call, index) => ({
		index,
		id: `call_${id}_${index}`,
		type: 'function',
		function: { name: call.tool, arguments: JSON.stringify(call.arguments) },
	}));
	return { role: 'assistant', content: null, tool_calls };
}

function answer(response: ServerResponse, turn: Turn, count: number, isStream: boolean): void {
	const message = messageOf(turn, String(count));
	const finish_reason = 'text' in turn ? 'stop' : 'tool_calls';
	const about = { id: `chat_${count}`, created: count, model: MODEL };
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	if (!isStream) {
		const choices = [{ index: 0, message, finish_reason }];
		return sendJson(response, 200, { ...about, object: 'chat.completion', choices, usage });
	}
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	for (const choice of [
		{ index: 0, delta: message, finish_reason: null },
		{ index: 0, delta: {}, finish_reason },
	]) {
		const chunk = { ...about, object: 'chat.completion.chunk', choices: [choice] };
		response.write(`data: ${JSON.stringify(chunk)}\n\n`);
	}
	response.end('data: [DONE]\n\n');
}

function sendJson(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

/**
 * Starts a scripted model on a free port of 127.0.0.1.
 *
 * @param otherwise what it says when no turn is left; default: it answers 400
 * @returns the model, which listens
 */
export async function startScriptedModel(
	otherwise?: (request: ChatRequest) => Turn,
): Promise<ScriptedModel> {
	const requests: ChatRequest[] = [];
	const script: Array<Turn | ((request: ChatRequest) => Turn)> = [];
	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		// n8n's editor and its credential test ask for the list of models.
		if (request.method === 'GET')
			return sendJson(response, 200, { data: [{ id: MODEL, object: 'model' }] });
		const asked = await readBody(request);
		requests.push(asked);
		const next = script.shift() ?? otherwise;
		// n8n repeats a request after a 500, but not after a 400.
		if (next === undefined)
			return sendJson(response, 400, { error: { message: 'the script has no further turn' } });
		const turn = typeof next === 'function' ? next(asked) : next;
		answer(response, turn, requests.length, asked.stream === true);
	};
	const server = createServer((request, response) => {
		handle(request, response).catch(() => response.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		say: (...turns) => void script.push(...turns),
		reset: () => {
			requests.length = 0;
			script.length = 0;
		},
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/**
 * Starts a scripted model for the tests of a file; it begins each of them without a turn.
 *
 * @returns the model, inside tests
 */
export function useScriptedModel(): () => ScriptedModel {
	let model: ScriptedModel | undefined;
	beforeAll(async () => {
		model = await startScriptedModel();
	});
	beforeEach(() => model?.reset());
	afterAll(() => model?.close());
	return () => {
		if (model === undefined) throw new Error('The model runs inside tests only.');
		return model;
	};
}
