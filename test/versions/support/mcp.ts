import type { Json } from './flow';

interface Answer {
	id?: number;
	result?: Json;
	error?: { message: string };
}

/** The JSON of an answer, which comes alone or as a stream of events. */
function answersIn(text: string): Answer[] {
	if (text.trim().startsWith('{')) return [JSON.parse(text) as Answer];
	return text
		.split('\n')
		.filter((line) => line.startsWith('data:'))
		.map((line) => JSON.parse(line.slice('data:'.length)) as Answer);
}

/** The least of an MCP client over "streamable HTTP" (https://modelcontextprotocol.io/specification/2025-03-26/basic/transports). */
export class McpClient {
	private session: string | undefined;
	private lastId = 0;

	/** @param url of the server */
	constructor(private readonly url: string) {}

	/** Begins a session. */
	async open(): Promise<void> {
		const clientInfo = { name: 'n8n-nodes-pylon-test', version: '1' };
		await this.call('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo });
		await this.post({ method: 'notifications/initialized' });
	}

	/**
	 * Calls a method of the server.
	 *
	 * @param method of the protocol, e.g. `tools/list`
	 * @param params of the method
	 * @returns the result
	 * @throws Error with the server's words
	 */
	async call(method: string, params: Json = {}): Promise<Json> {
		const id = ++this.lastId;
		const answer = answersIn(await this.post({ id, method, params })).find((one) => one.id === id);
		if (answer?.result !== undefined) return answer.result;
		throw new Error(`MCP, ${method}: ${answer?.error?.message ?? 'no answer'}`);
	}

	private async post(message: Json): Promise<string> {
		const response = await fetch(this.url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				accept: 'application/json, text/event-stream',
				connection: 'close',
				...(this.session !== undefined && { 'mcp-session-id': this.session }),
			},
			body: JSON.stringify({ jsonrpc: '2.0', ...message }),
		});
		this.session ??= response.headers.get('mcp-session-id') ?? undefined;
		const text = await response.text();
		if (!response.ok)
			throw new Error(`MCP, ${String(message.method)}: status ${response.status}, ${text}`);
		return text;
	}
}
