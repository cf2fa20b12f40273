import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One message of a conversation with a model, as OpenAI's API has it. */
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content?: unknown;
}

/** What the scripted model does next. */
export type Turn = { say: string } | { call: string; args: Record<string, unknown> };

interface ChatRequest {
	messages: ChatMessage[];
	tools?: Array<{ function: { name: string; parameters: unknown } }>;
}

export interface ScriptedModel {
	/** For the credential of n8n's OpenAI nodes. */
	url: string;
	/** What it was asked, in order. */
	requests: ChatRequest[];
	close: () => Promise<void>;
}

const completion = (turn: Turn, index: number) => ({
	id: `chatcmpl-${index}`,
	object: 'chat.completion',
	created: 0,
	model: 'scripted',
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	choices: [
		{
			index: 0,
			finish_reason: 'say' in turn ? 'stop' : 'tool_calls',
			message:
				'say' in turn
					? { role: 'assistant', content: turn.say }
					: {
							role: 'assistant',
							content: null,
							tool_calls: [
								{
									id: `call_${index}`,
									type: 'function',
									function: { name: turn.call, arguments: JSON.stringify(turn.args) },
								},
							],
						},
		},
	],
});

/**
 * A model on the loopback interface that says what a test has written down, by OpenAI's chat API.
 * @param script what it does in each turn; it may look at the conversation
 */
export async function startModel(
	script: (messages: ChatMessage[], turn: number) => Turn,
): Promise<ScriptedModel> {
	const requests: ChatRequest[] = [];
	const server = createServer((message, response) => {
		const chunks: Buffer[] = [];
		message.on('data', (chunk: Buffer) => chunks.push(chunk));
		message.on('end', () => {
			const request = JSON.parse(Buffer.concat(chunks).toString() || '{}') as ChatRequest;
			const turn = requests.push(request) - 1;
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(script(request.messages, turn), turn)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
