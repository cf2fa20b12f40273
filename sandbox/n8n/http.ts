/** The answer of a REST call of n8n's editor API, which wraps it as `{ data }`. */
interface Envelope {
	data?: unknown;
	message?: string;
}

/** Parameters of an address, by name. */
export type Query = Record<string, string>;

/** n8n refused a call. */
export class Refused extends Error {
	/**
	 * @param status HTTP status
	 * @param reason n8n's own words
	 * @param call method and path
	 */
	constructor(
		readonly status: number,
		readonly reason: string,
		call: string,
	) {
		super(`n8n answered ${status} to ${call}: ${reason}`);
	}
}

/** Calls of n8n's internal REST API (`/rest`) as the editor makes them, with the session cookie it was given. */
export class RestClient {
	private cookie = '';

	constructor(private readonly base: string) {}

	/**
	 * Makes a call as the editor does.
	 *
	 * @param method of HTTP, e.g. `POST`
	 * @param path below `/rest`, with its slash
	 * @param body is sent as JSON; no body when undefined
	 * @param query added to the address
	 * @returns what n8n answered, out of its `{ data }` envelope; undefined when the answer was empty
	 * @throws Refused with n8n's message and status
	 */
	async call<T>(method: string, path: string, body?: object, query: Query = {}): Promise<T> {
		const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : '';
		const response = await this.fetch(`/rest${path}${search}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const given = response.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (given.length > 0) this.cookie = given.join('; ');
		const text = await response.text();
		if (!response.ok) throw new Refused(response.status, messageOf(text), `${method} ${path}`);
		return (text ? (JSON.parse(text) as Envelope).data : undefined) as T;
	}

	/**
	 * Fetches an address of this n8n as the user who signed in. Each call has a connection of its own: n8n closes one
	 * that was idle for 5 seconds, at worst just as the next call goes out on it.
	 *
	 * @param path from n8n's address on, with its slash
	 * @param init method (default GET), headers and body of the request
	 * @returns the response, whatever its status
	 */
	async fetch(
		path: string,
		init: { method?: string; headers?: Record<string, string>; body?: string } = {},
	): Promise<Response> {
		const headers = {
			...init.headers,
			connection: 'close',
			...(this.cookie && { cookie: this.cookie }),
		};
		return await fetch(`${this.base}${path}`, { ...init, headers });
	}
}

function messageOf(text: string): string {
	try {
		return (JSON.parse(text) as Envelope).message ?? text;
	} catch {
		return text;
	}
}
