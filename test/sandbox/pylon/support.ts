import {
	startSimulatedPylon,
	type SimulatedPylon,
	type SimulatedPylonOptions,
} from '../../../sandbox/pylon';
import { replyProblems, route } from '../../../sandbox/pylon/router';

// The first request of each kind compiles its validator, and other work may have the machine: a test ends by its events.
jest.setTimeout(60_000);

/** Whatever a reply holds: read by name, and taken for a text where one is needed. */
export interface Json {
	[key: string]: Json & string;
	[index: number]: Json & string;
}

/** What a call brought. */
export interface Answer {
	status: number;
	body: Json;
	headers: Headers;
}

/** What differs from a call with a full-access token in the US. */
export interface CallOptions {
	token?: string | null;
	region?: 'us' | 'eu';
	headers?: Record<string, string>;
	/** Sent as it is, instead of JSON. */
	raw?: string | FormData;
}

/** A running simulated Pylon with a client that checks every 200 reply against openapi.yaml. */
export class Bench {
	private constructor(readonly sim: SimulatedPylon) {}

	/**
	 * Starts a simulated Pylon, which is strict about names.
	 * @param options what it is told besides
	 * @returns the client
	 */
	static async start(options: SimulatedPylonOptions = {}): Promise<Bench> {
		return new Bench(await startSimulatedPylon({ strict: true, ...options }));
	}

	/**
	 * Makes a call, and checks a reply of status 200 against openapi.yaml.
	 * @param method of HTTP
	 * @param path with the query
	 * @param body sent as JSON; undefined for none
	 * @param options what differs from a call with a full-access token in the US
	 * @returns what the call brought
	 */
	async call(
		method: string,
		path: string,
		body?: unknown,
		options: CallOptions = {},
	): Promise<Answer> {
		const { token = this.sim.tokens.us, region = 'us', raw } = options;
		const response = await fetch((region === 'us' ? this.sim.url : this.sim.euUrl) + path, {
			method,
			headers: {
				...(token === null ? {} : { authorization: `Bearer ${token}` }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...options.headers,
			},
			body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
		});
		const answer = {
			status: response.status,
			body: (await response.json()) as Json,
			headers: response.headers,
		};
		expect(answer.headers.get('x-pylon-request-id')).toBe(answer.body.request_id);
		if (answer.status === 200) {
			const { operation } = route(method, path.split('?')[0]);
			expect({
				[operation.operationId]: replyProblems(operation.operationId, answer.body),
			}).toEqual({ [operation.operationId]: [] });
		}
		return answer;
	}

	/**
	 * Makes a GET call.
	 * @param path with the query
	 * @param options see `call`
	 * @returns what the call brought
	 */
	get(path: string, options?: CallOptions): Promise<Answer> {
		return this.call('GET', path, undefined, options);
	}

	/**
	 * Reads a paged GET list to its end, following the cursor.
	 * @param path with a query
	 * @param maxPages how many pages the list may have
	 * @returns every record, in order
	 * @throws Error when the list has more pages
	 */
	async all(path: string, maxPages = 1000): Promise<Json[]> {
		const records: Json[] = [];
		let cursor: string | undefined;
		for (let pages = 0; pages < maxPages; pages++) {
			const { body } = await this.get(
				cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path,
			);
			records.push(...((body.data ?? []) as unknown as Json[]));
			if (!body.pagination?.has_next_page) return records;
			cursor = body.pagination.cursor;
		}
		throw new Error(`More than ${maxPages} pages`);
	}
}

/**
 * Starts a simulated Pylon before the tests of a file and closes it after them; with fresh records for each test.
 * @param options what it is told besides
 * @returns what gives a test the client
 */
export function withPylon(options: SimulatedPylonOptions = {}): () => Bench {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.start(options);
	});
	beforeEach(() => {
		bench.sim.resetState();
		bench.sim.resetLog();
		bench.sim.faults.clear();
	});
	afterAll(() => bench.sim.close());
	return () => bench;
}

/**
 * Expects a refusal.
 * @param answer to a call
 * @param status of HTTP that it has to have
 * @param text that one of its errors has to contain
 */
export function expectRefusal(answer: Answer, status: number, text: string): void {
	expect({ status: answer.status, errors: answer.body.errors }).toEqual({
		status,
		errors: expect.arrayContaining([expect.stringContaining(text)]),
	});
}
