import type { IDataObject } from 'n8n-workflow';

import { pageSizeOf } from '../shared/api/endpoints';
import { hasId, type PylonRecord } from '../shared/client/triggerClient';
import { toRfc3339 } from '../shared/input';
import { both } from './filter';
import type { Poll, Selection } from './pollEvent';

const SEARCH = '/issues/search';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Pylon takes 30 days of `updated_at` at most (docs/pylon-api-notes.md#updated-at-span). */
const LONGEST_SPAN_MS = 29 * DAY_MS;

/** A span with more pages than this is cut in two, so that not every poll goes through a whole backlog. */
const MOST_PAGES = 20;
const SHORTEST_SPAN_MS = 60_000;

/**
 * How far spans reach beyond now. Pylon's clock may be ahead of n8n's, and an issue that changes meanwhile must not leave
 * the span.
 */
const AHEAD_MS = DAY_MS;

/** The times of an issue that a search can ask for (openapi.yaml, `x-filterable-fields`). */
export type IssueTime = 'created_at' | 'updated_at' | 'latest_message_activity_at';

/**
 * In whole seconds, since a server may refuse or round fractions; and a second more on both sides, since Pylon does not
 * document whether a range includes its ends.
 */
const within = (field: IssueTime, start: number, end: number): IDataObject => ({
	field,
	operator: 'time_range',
	values: [toRfc3339(start - SECOND_MS), toRfc3339(end + SECOND_MS)],
});

/**
 * @param field the time of the issue that counts
 * @param from the beginning, in milliseconds since 1970
 * @param now the time by n8n's clock, in milliseconds since 1970
 * @returns a condition for issues whose time lies between `from` and `now`; an issue may be up to a day ahead of n8n's clock
 */
export const changedWithin = (field: IssueTime, from: number, now: number): IDataObject =>
	within(field, from, now + AHEAD_MS);

function bodyOf(
	selection: Selection,
	fields: IssueTime[],
	start: number,
	end: number,
): IDataObject {
	const filter = both(
		fields.map((field) => within(field, start, end)),
		selection.filter,
	);
	return {
		filter,
		...(selection.searchText !== undefined && { search_text: selection.searchText }),
	};
}

function spansFrom(from: number, to: number): Array<[number, number]> {
	const spans: Array<[number, number]> = [];
	for (let start = from; start < to; start += LONGEST_SPAN_MS)
		spans.push([start, Math.min(to, start + LONGEST_SPAN_MS)]);
	return spans;
}

export interface IssueSearch {
	/** An issue counts when any of these times lies in the span. */
	fields: IssueTime[];
	/** Milliseconds since 1970. */
	from: number;
	/** Which issues are wanted; default: all. */
	selection?: Selection;
}

/**
 * Goes through all issues with a time from a moment on, the oldest spans first: an issue that changes meanwhile moves to a
 * later span, where it is met again, not to one that the search has left. Within a span, issues come in Pylon's order.
 * @param poll the poll that searches
 * @param search which issues, and from when on
 * @param take gets each issue, some of them more than once
 * @param isEnough says whether nothing from a moment on is wanted, in milliseconds since 1970; default: all is wanted
 * @throws NodeApiError when a page did not come; NodeOperationError when the pages lead nowhere, or are too many
 */
export async function searchIssues(
	{ client, now }: Poll,
	{ fields, from, selection = {} }: IssueSearch,
	take: (issue: PylonRecord) => void,
	isEnough: (from: number) => boolean = () => false,
): Promise<void> {
	const spans = spansFrom(from, now + AHEAD_MS);
	for (let span = spans.shift(); span !== undefined && !isEnough(span[0]); span = spans.shift()) {
		const [start, end] = span;
		const request = { template: SEARCH, body: bodyOf(selection, fields, start, end) };
		let count = 0;
		for await (const page of client.pages(request, pageSizeOf('POST', SEARCH))) {
			page.forEach(take);
			if (++count < MOST_PAGES || end - start < 2 * SHORTEST_SPAN_MS) continue;
			const middle = Math.floor((start + end) / 2);
			spans.unshift([start, middle], [middle, end]);
			break;
		}
	}
}

/** How far a test in the editor looks back, step by step; the longest span reaches beyond now too. */
const LOOKS_BACK_MS = [HOUR_MS, DAY_MS, LONGEST_SPAN_MS - AHEAD_MS];

/**
 * Finds issues for a test in the editor, which looks back no further than 28 days.
 * @param poll the poll of the test
 * @param field the time that counts
 * @param timeOf reads the same time from an issue, in milliseconds since 1970
 * @param count how many issues are wanted at most
 * @returns the issues with the latest times, the newest first
 * @throws NodeApiError when Pylon gives no good answer; NodeOperationError when the poll has read too many pages
 */
export async function latestIssues(
	{ client, now, selection }: Poll,
	field: IssueTime,
	timeOf: (issue: PylonRecord) => number,
	count: number,
): Promise<PylonRecord[]> {
	let issues: PylonRecord[] = [];
	for (const back of LOOKS_BACK_MS) {
		const body = { ...bodyOf(selection, [field], now - back, now + AHEAD_MS), limit: 100 };
		issues = (await client.list({ template: SEARCH, body })).filter(hasId);
		if (issues.length >= count) break;
	}
	return issues.sort((one, other) => timeOf(other) - timeOf(one)).slice(0, count);
}
