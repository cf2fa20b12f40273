import type { IDataObject } from 'n8n-workflow';

import { hasId, type PylonRecord } from '../shared/client/triggerClient';
import { both } from './filter';
import type { Found, Poll, PollEvent } from './pollEvent';
import { toTime } from './times';

/** How many IDs are remembered, the newest first. */
export const MOST_KNOWN = 5000;

/** How many new ones one poll looks for, more than are put out at once: 81 pages, of 120 requests that Pylon takes a minute. */
export const MOST_NEW = 20_000;

const PAGE_SIZE = 250;

/** How many IDs one search asks for. */
const MOST_IDS = 100;

/** How often the whole list is gone through, in case Pylon does not put new records on top of it. */
const WHOLE_LIST_MS = 24 * 3_600_000;

type Memory = {
	/** In the order of Pylon's list. */
	ids: string[];
	/** Whether these are all there are. */
	whole: boolean;
	/** When the whole list was gone through, and when the trigger started; milliseconds since 1970. */
	walkedAt: number;
	startedAt: number;
};

/** Which records are listed, and what an item calls one. */
export interface Listed {
	template: '/accounts/search' | '/contacts/search';
	name: 'account' | 'contact';
}

interface Walk {
	records: PylonRecord[];
	reachedEnd: boolean;
}

/**
 * Goes through the list from the top. Without a filter the searches list the newest first
 * (docs/pylon-api-notes.md#search-order); that contacts have no time of creation, and accounts cannot be searched by
 * theirs, leaves only this.
 * @param most records after which it is given up
 * @param isDone whether nothing new is to be expected after a page
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

/** Those of some records that the user wants. */
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

function unknownAmong(
	{ records }: Walk,
	{ ids, whole, startedAt }: Memory,
	overlapMs: number,
): PylonRecord[] {
	const known = new Set(ids);
	// Further down than all that is known there are records that were never remembered.
	const last = whole ? Infinity : records.findLastIndex(({ id }) => known.has(id));
	return records.filter(
		// Where Pylon tells when a record was made, one from before the start is not new, wherever it turns up.
		({ id, created_at }, index) =>
			!known.has(id) && index < last && !(toTime(created_at) < startedAt - overlapMs),
	);
}

function remember(
	{ records, reachedEnd }: Walk,
	{ ids, whole }: Memory,
	left: Set<PylonRecord>,
): Pick<Memory, 'ids' | 'whole'> {
	const waiting = new Set([...left].map(({ id }) => id));
	const all = [...new Set([...records.map(({ id }) => id), ...ids])].filter(
		(id) => !waiting.has(id),
	);
	return {
		ids: all.slice(0, MOST_KNOWN),
		whole: all.length <= MOST_KNOWN && (whole || reachedEnd),
	};
}

/** An event of records that can only be told as new by not having been in the list before. */
export const unseenIdEvent = (listed: Listed): Pick<PollEvent, 'start' | 'next' | 'latest'> => {
	const found = (record: PylonRecord): Found => ({
		key: record.id,
		item: { [listed.name]: record },
	});
	return {
		async start(poll) {
			const { records, reachedEnd } = await walk(poll, listed, MOST_KNOWN, () => false);
			const ids = records.map(({ id }) => id).slice(0, MOST_KNOWN);
			const memory: Memory = {
				ids,
				whole: reachedEnd && ids.length === records.length,
				walkedAt: poll.now,
				startedAt: poll.now,
			};
			return memory;
		},

		async next(poll, before) {
			const { now, settings, node, logger } = poll;
			const memory = before as Memory;
			const known = new Set(memory.ids);
			const goesOn = memory.whole && now - memory.walkedAt >= WHOLE_LIST_MS;
			const walked = await walk(
				poll,
				listed,
				MOST_NEW,
				(page) => !goesOn && page.every(({ id }) => known.has(id)),
			);
			if (!walked.records.some(({ id }) => known.has(id)) && !(memory.whole && walked.reachedEnd)) {
				const outcome = memory.whole
					? `among the latest ${walked.records.length}: still older ones are not returned`
					: 'and starts from now: it cannot tell which ones are new';
				logger.warn(`Pylon Polling Trigger finds no ${listed.name} that it knows, ${outcome}`, {
					nodeName: node.name,
				});
			}
			const fresh = unknownAmong(walked, memory, settings.overlapMs).reverse();
			const left = new Set(fresh.slice(settings.maxRecords));
			const wanted = await matching(poll, listed, fresh.slice(0, settings.maxRecords));
			const walkedAt = left.size > 0 ? 0 : goesOn || walked.reachedEnd ? now : memory.walkedAt;
			const after: Memory = { ...memory, ...remember(walked, memory, left), walkedAt };
			return { found: wanted.map(found), memory: after };
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
