import { median } from './median';
import { httpRequest, runNode, type BenchNode, type Setting } from './setting';
import type { Finding } from './table';
import { done, fresh, prepare, refused, UPDATE, type Updates } from './updates';

interface LimitedUpdates extends Updates {
	/** Measured once as well, as long as Pylon's: what was wanted of the time is compared with this one. */
	longerWindowMs?: number;
}

/** How often our node runs: where one run ends depends on which call meets the limit. */
const ROUNDS = 3;

/** Of one window. */
const MOST_REFUSED = 2;

/** Where Pylon's number of calls left lags behind, as was recorded once. */
const MOST_REFUSED_LAGGING = 5;

/**
 * The same simulated Pylon under another name. The node counts the calls of a minute by the address and the token; the
 * windows here are shorter than a minute, so it would add up the calls of several.
 */
async function underAnotherName({ api, pylon, credential, ...setting }: Setting): Promise<Setting> {
	const named = { name: 'Simulated Pylon under another name', type: credential.type };
	const baseUrl = pylon.url.replace('127.0.0.1', 'localhost');
	const data = { region: 'custom', baseUrl, apiToken: pylon.tokens.us };
	const id = await api.createCredential({ ...named, data });
	return { ...setting, api, pylon, credential: { ...named, id } };
}

/** What one run differs in. */
interface Circumstances {
	remaining?: 'exact' | 'lagging';
	to?: Setting;
	/** Length of the window, in ms. */
	window?: number;
}

/** One run of a node. */
interface Measured {
	/** How many contacts were updated. */
	done: number;
	/** How many calls were refused. */
	refused: number;
	/** The time that it took, in least times. */
	ratio: number;
}

/**
 * The least time that the limit allows in n8n: it prepares all items before any node of its kind sends the first, then a
 * window has to pass for each but the last, and the last one's updates have to be sent. Measured without a limit.
 */
async function leastTime(
	setting: Setting,
	size: LimitedUpdates,
): Promise<{ least: number; leastFor: (window: number) => number; preparing: number }> {
	const { items, perWindow, windowMs } = size;
	const windowsBefore = Math.ceil(items / perWindow) - 1;
	const run = await runNode(setting, prepare(setting, size, false), UPDATE);
	const preparing = setting.pylon.requests[0].at - run.startedAt;
	const lastWindow = (items - perWindow * windowsBefore) / items;
	const leastFor = (window: number): number =>
		preparing + windowsBefore * window + (run.ms - preparing) * lastWindow;
	return { preparing, least: leastFor(windowMs), leastFor };
}

/**
 * Measures updates under a rate limit: by our node, and by the HTTP Request node, left alone and with its best batching
 * by hand.
 *
 * @param setting what they run in
 * @param size how many items, and how many calls are allowed in a window of how many ms
 * @returns times in s, against the least that the limit allows, and how many calls were refused
 */
export async function rateLimit(setting: Setting, size: LimitedUpdates): Promise<Finding> {
	const { items, perWindow, windowMs } = size;
	fresh(setting, items);
	const http = (options: object): BenchNode =>
		httpRequest(
			{
				method: 'PATCH',
				url: `=${setting.pylon.url}/contacts/{{ $json.id }}`,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '{"name":"Renamed"}',
				options,
			},
			'continueRegularOutput',
		);
	const batched = http({ batching: { batch: { batchSize: perWindow, batchInterval: windowMs } } });

	const { least, leastFor, preparing } = await leastTime(setting, size);

	const rows: Finding['rows'] = [];
	const measure = async (
		name: string,
		node: BenchNode,
		{ remaining = 'exact', to = setting, window = windowMs }: Circumstances = {},
	): Promise<Measured> => {
		const input = prepare(to, { ...size, windowMs: window }, true, remaining);
		const run = await runNode(to, input, node);
		const measured = {
			done: done(run),
			refused: refused(to),
			ratio: run.ms / leastFor(window),
		};
		rows.push([
			name,
			`${measured.done} of ${items}`,
			measured.refused,
			run.ms / 1000,
			measured.ratio,
		]);
		return measured;
	};
	const runs = [];
	for (let round = 1; round <= ROUNDS; round++)
		runs.push(await measure(`Pylon node, run ${round}`, UPDATE));
	await measure('HTTP Request node, no batching', http({}));
	await measure(
		`HTTP Request node, batching set to ${perWindow} per ${windowMs / 1000} s`,
		batched,
	);
	const lagging = await measure('Pylon node, calls left lag behind', UPDATE, {
		remaining: 'lagging',
		to: await underAnotherName(setting),
	});
	const mostRefused = Math.max(...runs.map((run) => run.refused));
	const windows = Math.ceil(items / perWindow);
	const { longerWindowMs } = size;
	const longer =
		longerWindowMs === undefined
			? undefined
			: await measure(`Pylon node, ${perWindow} per ${longerWindowMs / 1000} s allowed`, UPDATE, {
					window: longerWindowMs,
				});
	// The server says in whole seconds how long to wait: up to a second is lost, which weighs more in a short window.
	const ratio = longer?.ratio ?? median(runs.map((run) => run.ratio));
	const limit = `${perWindow} per ${(longerWindowMs ?? windowMs) / 1000} s`;
	return {
		title: `${items} contact updates, ${perWindow} per ${windowMs / 1000} s allowed`,
		columns: ['node', 'updated', 'refused (429)', 's in the node', 'times the minimum'],
		rows: [
			...rows,
			[
				`minimum: ${(preparing / 1000).toFixed(2)} s in which n8n prepares the items, ${windows - 1} windows, and the last updates without a limit`,
				'',
				'',
				least / 1000,
				1,
			],
		],
		wanted: [
			{
				what: `all ${items} updated in each run`,
				reached: [...runs, longer].every((run) => run === undefined || run.done === items),
			},
			{
				what: `at most 1.05 times the minimum, ${limit}: ${ratio.toFixed(2)}`,
				reached: ratio <= 1.05,
			},
			{
				what: `refused at most ${MOST_REFUSED} per window in each run: ${mostRefused} in ${windows} windows`,
				reached: mostRefused <= MOST_REFUSED * windows,
			},
			{
				what: `where calls left lag behind, refused at most ${MOST_REFUSED_LAGGING} per window: ${lagging.refused} in ${windows} windows`,
				reached: lagging.refused <= MOST_REFUSED_LAGGING * windows,
			},
		],
	};
}
