import type { IDataObject } from 'n8n-workflow';

import { hasId, type PylonRecord } from '../shared/client/triggerClient';
import { both } from './filter';
import type { Found, Poll, EventSource } from './pollEvent';
import { toTime } from './times';

/** How many IDs are remembered, the newest first. */
export const MOST_KNOWN = 5000;

/** How many new ones one poll looks for, more than it returns at once: 81 pages, and Pylon takes 120 requests a minute. */
export const MOST_NEW = 20_000;

const PAGE_SIZE = 250;

/** How many IDs one search asks for. */
const MOST_IDS = 100;

type Memory = {
	/** In the order of Pylon's list. When there are fewer than `MOST_KNOWN`, they are all that Pylon has. */
	ids: string[];
	/** When the trigger started, in milliseconds since 1970. */
	startedAt: number;
};

const isWhole = ({ ids }: Memory): boolean => ids.length < MOST_KNOWN;

/** Which records are listed, and the key of one in an item. */
export interface Listed {
	template: '/accounts/search' | '/contacts/search';
	name: 'account' | 'contact';
}

interface Walk {
	records: PylonRecord[];
	reachedEnd: boolean;
}

/**
 * Goes through the list from the top. Without a filter, the searches list the newest first
 * (docs/pylon-api-notes.md#search-order). There is no other way, since contacts have no time of creation, and accounts
 * cannot be searched by theirs.
 * @param most gives up after so many records
 * @param isDone says after a page whether nothing new can follow
 */
async function walk(
	{ client }: Poll,
	{ template }: Listed,
	most: number,
	isDone: (page: PylonRecord[]) => boolean,
): Promise<Walk> {
	const records = new Map<string, PylonRecord>();
	for await (const page of client.pages({ template, body: {} }, PAGE_SIZE)) {
		for (const record of page) if (!records.has(record.id)) records.set(record.id, record);
		if (records.size > most || (page.length > 0 && isDone(page)))
			return { records: [...records.values()], reachedEnd: false };
	}
	return { records: [...records.values()], reachedEnd: true };
}

/** Leaves out the records that the user does not want. */
async function matching(
	{ client, selection }: Poll,
	{ template }: Listed,
	records: PylonRecord[],
): Promise<PylonRecord[]> {
	const { filter, searchText } = selection;
	if (filter === undefined && searchText === undefined) return records;
	const ids = new Set<string>();
	for (let start = 0; start < records.length; start += MOST_IDS) {
		const values = records.slice(start, start + MOST_IDS).map(({ id }) => id);
		const body = {
			filter: both([{ field: 'id', operator: 'in', values }], filter),
			...(searchText !== undefined && { search_text: searchText }),
		};
		for await (const page of client.pages({ template, body }, PAGE_SIZE))
			for (const { id } of page) ids.add(id);
	}
	return records.filter(({ id }) => ids.has(id));
}

function newAmong({ records }: Walk, memory: Memory, overlapMs: number): PylonRecord[] {
	const remembered = new Set(memory.ids);
	// Records further down than all remembered ones were never remembered.
	const last = isWhole(memory) ? Infinity : records.findLastIndex(({ id }) => remembered.has(id));
	return records.filter(
		// Where Pylon tells when a record was made, one from before the start is not new, wherever it turns up.
		({ id, created_at }, index) =>
			!remembered.has(id) && index < last && !(toTime(created_at) < memory.startedAt - overlapMs),
	);
}

/** @returns the IDs to remember: those met in this poll, except for those that wait for the next one, and those from before */
function idsAfter({ records }: Walk, { ids }: Memory, waiting: Set<PylonRecord>): string[] {
	const met = records.filter((record) => !waiting.has(record)).map(({ id }) => id);
	return [...new Set([...met, ...ids])].slice(0, MOST_KNOWN);
}

/**
 * Makes an event of records that count as new because they were not in the list before.
 * @param listed which records
 * @returns what the event does at the start, at a poll and in a test
 */
export const unseenIdEvent = (listed: Listed): EventSource => {
	const found = (record: PylonRecord): Found => ({
		key: record.id,
		item: { [listed.name]: record },
	});
	return {
		async start(poll) {
			const { records } = await walk(poll, listed, MOST_KNOWN, () => false);
			const memory: Memory = {
				ids: records.map(({ id }) => id).slice(0, MOST_KNOWN),
				startedAt: poll.now,
			};
			return memory;
		},

		async next(poll, before) {
			const { settings, node, logger } = poll;
			const memory = before as Memory;
			const remembered = new Set(memory.ids);
			const isOld = ({ id }: PylonRecord) => remembered.has(id);
			const walked = await walk(poll, listed, MOST_NEW, (page) => page.every(isOld));
			if (!walked.records.some(isOld) && !(isWhole(memory) && walked.reachedEnd)) {
				const outcome = isWhole(memory)
					? `among the latest ${walked.records.length}; older ones are not returned`
					: 'and starts from now: it cannot tell which ones are new';
				logger.warn(`Pylon Polling Trigger finds no ${listed.name} that it knows, ${outcome}`, {
					nodeName: node.name,
				});
			}
			const fresh = newAmong(walked, memory, settings.overlapMs).reverse();
			const waiting = new Set(fresh.slice(settings.maxRecords));
			const taken = await matching(poll, listed, fresh.slice(0, settings.maxRecords));
			const after: Memory = { ...memory, ids: idsAfter(walked, memory, waiting) };
			return { found: taken.map(found), memory: after };
		},

		async latest({ client, selection: { filter, searchText } }, count) {
			const body: IDataObject = {
				...(filter && { filter }),
				...(searchText !== undefined && { search_text: searchText }),
				limit: count,
			};
			return (await client.list({ template: listed.template, body }))
				.filter(hasId)
				.slice(0, count)
				.map(found);
		},
	};
};
