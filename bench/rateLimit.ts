import { addContacts } from '../sandbox/pylon';
import { median } from './peers';
import {
	byId,
	httpRequest,
	pylonNode,
	runAtOnce,
	runNode,
	type BenchNode,
	type NodeRun,
	type Setting,
} from './setting';
import type { Finding } from './table';

interface Size {
	items: number;
	perWindow: number;
	windowMs: number;
	/** Measured once as well, as long as Pylon's: what was wanted of the time is compared with this one. */
	longerWindowMs?: number;
}

/** How often our node runs: where one run ends depends on which call meets the limit. */
const ROUNDS = 3;

const MOST_REFUSED = 2;

/** Where Pylon's number of calls left lags behind, as was recorded once. */
const MOST_REFUSED_LAGGING = 5;

function prepare(
	{ pylon }: Setting,
	{ items, perWindow, windowMs }: Size,
	limited: boolean,
	remaining: 'exact' | 'lagging' = 'exact',
) {
	pylon.limits.set(limited ? { perMinute: perWindow, windowMs, remaining } : false);
	pylon.resetLog();
	return [...pylon.state.contacts.values()].slice(0, items).map(({ id }) => ({ id }));
}

const OURS = pylonNode({
	resource: 'contact',
	operation: 'update',
	contactId: byId('={{ $json.id }}'),
	updateFields: { name: 'Renamed' },
});

const refused = ({ pylon }: Setting): number =>
	pylon.requests.filter(({ status }) => status === 429).length;

/** Items that came back as the contact they were sent for. */
const done = ({ items }: NodeRun): number =>
	items.filter(({ json }) => (json.id ?? (json.data as { id?: string })?.id) !== undefined).length;

function fresh({ pylon }: Setting, items: number): void {
	pylon.resetState();
	addContacts(pylon.state, items);
}

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
	size: Size,
): Promise<{ least: number; leastFor: (window: number) => number; preparing: number }> {
	const { items, perWindow, windowMs } = size;
	const windowsBefore = Math.ceil(items / perWindow) - 1;
	const run = await runNode(setting, prepare(setting, size, false), OURS);
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
export async function rateLimit(setting: Setting, size: Size): Promise<Finding> {
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
		runs.push(await measure(`Pylon node, run ${round}`, OURS));
	await measure('HTTP Request node, no batching', http({}));
	await measure(
		`HTTP Request node, batching set to ${perWindow} per ${windowMs / 1000} s`,
		batched,
	);
	const lagging = await measure('Pylon node, calls left lag behind', OURS, {
		remaining: 'lagging',
		to: await underAnotherName(setting),
	});
	const mostRefused = Math.max(...runs.map((run) => run.refused));
	const windows = Math.ceil(items / perWindow);
	const { longerWindowMs } = size;
	const longer =
		longerWindowMs === undefined
			? undefined
			: await measure(`Pylon node, ${perWindow} per ${longerWindowMs / 1000} s allowed`, OURS, {
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

/**
 * Measures two executions at once on one token, against one alone with as many items as both.
 *
 * @param setting what they run in
 * @param size how many items both have, and how many calls are allowed in a window of how many ms
 * @returns times in s, and how many calls were refused
 */
export async function twoExecutions(setting: Setting, size: Size): Promise<Finding> {
	const half = Math.floor(size.items / 2);
	fresh(setting, half * 2);
	const input = prepare(setting, size, true);
	const alone = await runNode(setting, input, OURS);
	const refusedAlone = refused(setting);
	prepare(setting, size, true);
	const both = await runAtOnce(setting, [input.slice(0, half), input.slice(half)], OURS);
	const refusedBoth = refused(setting);
	const doneBoth = both.reduce((sum, run) => sum + done(run), 0);
	return {
		title: `Two executions at once on one token (${half} updates each, ${size.perWindow} per ${size.windowMs / 1000} s)`,
		columns: ['executions', 'updated', 'refused (429)', 's in the node'],
		rows: [
			['one', `${done(alone)} of ${half * 2}`, refusedAlone, alone.ms / 1000],
			[
				'two',
				`${doneBoth} of ${half * 2}`,
				refusedBoth,
				Math.max(...both.map(({ ms }) => ms)) / 1000,
			],
		],
		wanted: [
			{ what: `all updated: ${doneBoth} of ${half * 2}`, reached: doneBoth === half * 2 },
			{
				what: `at most ${MOST_REFUSED} more refused than one alone: ${refusedBoth} against ${refusedAlone}`,
				reached: refusedBoth <= refusedAlone + MOST_REFUSED,
			},
		],
	};
}
