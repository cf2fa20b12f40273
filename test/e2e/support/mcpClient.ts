/** A client of an MCP server over HTTP, as far as the tests need one. */
export interface McpClient {
	/** Names of the tools that the server offers. */
	tools(): Promise<string[]>;
	/** The text that a tool answers. */
	call(tool: string, args: object): Promise<string>;
}

interface Answer {
	result?: {
		tools?: Array<{ name: string }>;
		content?: Array<{ text?: string }>;
		isError?: boolean;
	};
	error?: { message: string };
}

/** The JSON of an answer, also where it comes as a stream of events. */
function answerIn(text: string): Answer {
	const [, event] = /^data: (.*)$/m.exec(text) ?? [];
	return JSON.parse(event ?? text) as Answer;
}

/**
 * Opens a session with an MCP server.
 *
 * @param url of the server
 * @param token that it expects as a bearer
 * @returns the client, in its session
 * @throws Error with the status when the server refuses the token
 */
export async function openMcp(url: string, token: string): Promise<McpClient> {
	let session: string | undefined;
	let count = 0;
	const post = async (message: object) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${token}`,
				'content-type': 'application/json',
				accept: 'application/json, text/event-stream',
				connection: 'close',
				...(session && { 'mcp-session-id': session }),
			},
			body: JSON.stringify({ jsonrpc: '2.0', ...message }),
		});
		if (!response.ok) throw new Error(`the MCP server answered ${response.status}`);
		session ??= response.headers.get('mcp-session-id') ?? undefined;
		return await response.text();
	};
	const ask = async (method: string, params: object) => {
		const { result, error } = answerIn(await post({ id: ++count, method, params }));
		if (!result) throw new Error(error?.message ?? `no answer to ${method}`);
		return result;
	};
	await ask('initialize', {
		protocolVersion: '2025-06-18',
		capabilities: {},
		clientInfo: { name: 'test', version: '1' },
	});
	await post({ method: 'notifications/initialized' });
	return {
		tools: async () => ((await ask('tools/list', {})).tools ?? []).map(({ name }) => name),
		call: async (name, args) =>
			((await ask('tools/call', { name, arguments: args })).content ?? [])
				.map(({ text }) => text ?? '')
				.join('\n'),
	};
}
