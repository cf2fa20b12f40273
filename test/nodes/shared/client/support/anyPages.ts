import { strict as assert } from 'node:assert';
import type { RequestListener } from 'node:http';

import fc from 'fast-check';

import type { Loopback } from '../../../../support/loopback';
import { listContacts, runPylon } from './run';

/** What one page does; the pages of a list take turns with them. */
const anyPage = fc.record({
	/** Most new records on it; 0 is an empty page in between. */
	take: fc.oneof(
		{ weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
		{ weight: 1, arbitrary: fc.constant(0) },
	),
	/** Records of earlier pages that come again. */
	repeat: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
	),
	/** What comes instead the first time. */
	failure: fc.option(
		fc.constantFrom(429, 502, 503, 'cut off' as const, 'drips for ever' as const),
		{ freq: 6 },
	),
	/** How it writes that it has no records. */
	noData: fc.constantFrom([], null),
	/** How it writes that there is no next page. */
	noNext: fc.constantFrom({ cursor: null, has_next_page: false }, null, undefined, {
		has_next_page: false,
		cursor: 'left over',
	}),
});

export const anyPages = fc.record({
	total: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 5 })),
	pages: fc
		.array(anyPage, { minLength: 1, maxLength: 6 })
		.filter((pages) => pages.some(({ take }) => take > 0)),
	limit: fc.option(fc.integer({ min: 1, max: 160 })),
});

export type PagesCase = typeof anyPages extends fc.Arbitrary<infer Case> ? Case : never;

/**
 * A list server that behaves as its current case says.
 * @returns what answers requests, what begins a case, and how many new records had been delivered when each good request
 * came
 */
export function listServer() {
	let testCase: PagesCase = { total: 0, pages: [], limit: null };
	let failed = new Set<string>();
	/** New records that had been delivered when each good request came. */
	let deliveredBefore: number[] = [];

	const listener: RequestListener = (request, response) => {
		const query = new URL(request.url ?? '', 'http://localhost').searchParams;
		const cursor = query.get('cursor') ?? '0.0';
		const [position, step] = cursor.split('.').map(Number);
		const limit = Number(query.get('limit'));
		const { take, repeat, failure, noData, noNext } = testCase.pages[step % testCase.pages.length];
		if (failure !== null && !failed.has(cursor)) {
			failed.add(cursor);
			if (failure === 'drips for ever') {
				response.writeHead(200, { 'content-type': 'application/json' });
				const drip = setInterval(() => response.write(' '), 1);
				response.on('close', () => clearInterval(drip));
				return;
			}
			const status = failure === 'cut off' ? 200 : failure;
			response.writeHead(status, { 'content-type': 'application/json' }).end('{"data":[{"id":');
			return;
		}
		deliveredBefore.push(position);
		const again = take === 0 ? 0 : Math.min(repeat, position, limit - 1);
		const end = Math.min(position + Math.min(take, limit - again), testCase.total);
		const data = Array.from({ length: end - position + again }, (_, index) => ({
			id: `r${position - again + index}`,
		}));
		const pagination =
			end < testCase.total ? { cursor: `${end}.${step + 1}`, has_next_page: true } : noNext;
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(
			JSON.stringify({ data: data.length === 0 ? noData : data, pagination, request_id: 'r' }),
		);
	};

	return {
		listener,
		begin(next: PagesCase) {
			testCase = next;
			failed = new Set();
			deliveredBefore = [];
		},
		deliveredBefore: () => deliveredBefore,
	};
}

/**
 * Runs one case against the server.
 * @param server that runs `list`
 * @param list see `listServer`
 * @param testCase how the pages come, and how many records are wanted
 * @throws AssertionError when the result is not exactly the records in order, or a page was too many
 */
export async function checkPages(
	server: Loopback,
	list: ReturnType<typeof listServer>,
	testCase: PagesCase,
): Promise<void> {
	list.begin(testCase);
	const { total, limit } = testCase;
	const parameters = listContacts(
		limit === null ? { returnAll: true } : { returnAll: false, limit },
	);
	const { items, error } = await runPylon(server.credentials, parameters);
	if (error !== undefined && testCase.pages.some(({ failure }) => failure === 'drips for ever')) {
		assert.match(error.message, /did not answer in time/);
		return;
	}
	assert.equal(error, undefined, error?.message);
	const wanted = Math.min(total, limit ?? Infinity);
	assert.deepEqual(
		items.map(({ json, pairedItem }) => [json.id, pairedItem]),
		Array.from({ length: wanted }, (_, index) => [`r${index}`, { item: 0 }]),
	);
	for (const delivered of list.deliveredBefore().slice(1))
		assert.ok(delivered < wanted, 'A page was asked for that was not needed');
}
