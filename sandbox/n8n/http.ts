/** The answer of a REST call of n8n's editor API, which wraps it as `{ data }`. */
interface Envelope {
	data?: unknown;
	message?: string;
}

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
	 * @param path below `/rest`, with its slash
	 * @returns what n8n answered, out of its `{ data }` envelope
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
	 * Fetches anything of this n8n's as whoever signed in, each time over a connection of its own: n8n closes one that was idle
	 * for 5 seconds, at worst in the moment in which the next call goes out on it.
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
