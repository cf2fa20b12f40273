import axios, { AxiosError } from 'axios';
import type { LiveRequest } from './requests';

/** What came back. */
export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	text: string;
	/** How long it took. */
	ms: number;
}

/** Nothing came back; `code` is the network's word for it, e.g. `ECONNRESET`. */
export interface NoAnswer {
	code: string;
	ms: number;
}

/** Sends one request, once. It throws only what has nothing to do with the network. */
export type Ask = (request: LiveRequest) => Promise<Answer | NoAnswer>;

const TIMEOUT_MS = 30_000;

/**
 * Makes a client for Pylon's API. It follows no redirect, so that the token goes nowhere else.
 *
 * @param baseUrl without a slash at its end
 * @param token of Pylon's API
 * @param timeout in milliseconds: a request without a whole answer by then counts as not answered
 * @returns the function that sends
 */
export function asker(baseUrl: string, token: string, timeout = TIMEOUT_MS): Ask {
	const client = axios.create({
		headers: { accept: 'application/json', authorization: `Bearer ${token}` },
		maxRedirects: 0,
		timeout,
		responseType: 'text',
		transformResponse: (text: string) => text,
		validateStatus: () => true,
	});
	return async ({ read, path, query, body }) => {
		const started = performance.now();
		const ms = () => Math.round(performance.now() - started);
		try {
			const { status, headers, data } = await client.request<string>({
				method: read.method,
				url: baseUrl + path,
				params: query,
				data: body,
			});
			const texts = Object.entries(headers).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]);
			return {
				status,
				headers: Object.fromEntries(texts) as Record<string, string>,
				text: data,
				ms: ms(),
			};
		} catch (error) {
			if (!(error instanceof AxiosError)) throw error;
			// The message may hold the address with its IDs.
			return { code: error.code ?? 'no reason given', ms: ms() };
		}
	};
}
