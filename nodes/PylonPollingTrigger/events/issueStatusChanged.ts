import type { IDataObject } from 'n8n-workflow';

import { pageSizeOf } from '../../shared/api/endpoints';
import { fieldText, isRecord } from '../../shared/client/envelope';
import type { PylonRecord } from '../../shared/client/triggerClient';
import { changedWithin, latestIssues, searchIssues } from '../issues';
import type { Found, Outcome, Poll, EventSource } from '../pollEvent';
import { toTime } from '../times';
import { lowerBound } from '../watermark';
import { ownValue } from '../../shared/input';

/** How many issues' states are remembered. */
export const MOST_STATES = 10_000;

/** The fixed category of every status in which an issue is closed, whatever its slug is (openapi.yaml, `IssueStatus`). */
const CLOSED = 'closed';

/** Stands for the state of an issue that was met in an unknown state, and whose event has to wait. */
const UNTOLD = '';

type Memory = {
	mark: number;
	since: number;
	/** By issue ID, the state; issues met last are at the end. */
	states: Record<string, string>;
	/** Whether every issue that is not in `states`, but was there before, is closed. */
	complete: boolean;
	/** By the slug of each status of the workspace, its category. */
	categories: Record<string, string>;
};

/** Slugs of the statuses of category `closed`. */
const closedSlugs = (categories: Memory['categories']): string[] =>
	Object.keys(categories).filter((slug) => categories[slug] === CLOSED);

const categoryOf = (categories: Memory['categories'], state: string | undefined): string | null =>
	(state === undefined ? undefined : ownValue(categories, state)) ?? null;

/** Archived statuses are among them, since issues keep them. */
async function readCategories({ client }: Poll): Promise<Memory['categories']> {
	const statuses = await client.list({ template: '/issue-statuses' });
	return Object.fromEntries(
		statuses.map(({ slug, category }) => [fieldText(slug), fieldText(category)]),
	);
}

const updatedAt = ({ updated_at }: PylonRecord): number => toTime(updated_at);

const stateOf = ({ state }: PylonRecord): string => fieldText(state);

/** What is known of the state that an issue had before. */
interface Previous {
	state?: string;
	category?: string | null;
}

const found = (
	issue: PylonRecord,
	categories: Memory['categories'],
	previous: Previous = {},
): Found => ({
	key: `${issue.id}:${stateOf(issue)}:${fieldText(issue.updated_at)}`,
	item: {
		issue,
		previousState: previous.state || null,
		category: categoryOf(categories, stateOf(issue)),
		previousCategory: previous.category ?? null,
	},
});

/** Whether Pylon's own record of an issue's states has another one than its state now. */
function wasInAnotherState(issue: PylonRecord): boolean {
	const times = issue.time_in_status_seconds;
	return (
		isRecord(times) &&
		Object.entries(times).some(([state, seconds]) => state !== issue.state && Number(seconds) > 0)
	);
}

/** What is kept of an issue that has changed. */
interface Changed {
	id: string;
	state: string;
	time: number;
	/** The state before, as far as it is known. */
	previous?: Previous;
	/** The issue, where its state has certainly changed. */
	issue?: PylonRecord;
}

/**
 * @param tell says what to keep of an issue, since very many may have changed
 * @returns all issues that have changed from a moment on, in the order of their last change
 */
async function changedSince(
	poll: Poll,
	from: number,
	selection: Poll['selection'],
	tell: (issue: PylonRecord) => Pick<Changed, 'previous' | 'issue'> = () => ({}),
): Promise<Changed[]> {
	const issues = new Map<string, Changed>();
	await searchIssues(poll, { fields: ['updated_at'], from, selection }, (issue) => {
		const { id } = issue;
		const time = updatedAt(issue);
		if (time >= (issues.get(id)?.time ?? -Infinity))
			issues.set(id, { id, state: stateOf(issue), time, ...tell(issue) });
	});
	return [...issues.values()].sort((one, other) => one.time - other.time);
}

/** Puts a state at the end: its issue was met last. */
function meet(states: Map<string, string>, id: string, state: string): void {
	states.delete(id);
	states.set(id, state);
}

/** Of too many, forgets the issues met longest ago, closed ones first: what is not remembered counts as closed. */
function remember(
	states: Map<string, string>,
	categories: Memory['categories'],
	wasComplete: boolean,
): Pick<Memory, 'states' | 'complete' | 'categories'> {
	let tooMany = states.size - MOST_STATES;
	const kept = [...states].filter(
		([, state]) => categoryOf(categories, state) !== CLOSED || tooMany-- <= 0,
	);
	const entries = kept.slice(-MOST_STATES);
	return {
		states: Object.fromEntries(entries),
		complete: wasComplete && entries.length === kept.length,
		categories,
	};
}

/**
 * Reads the states of the issues that are not closed, and of those that changed within the overlap: all others are closed.
 * Of each issue only the state is held, since a hundred issues are most of a megabyte.
 */
async function start(poll: Poll): Promise<IDataObject> {
	const { client, now, settings } = poll;
	const since = now - settings.overlapMs;
	const categories = await readCategories(poll);
	const isOpen = { field: 'state', operator: 'not_in', values: closedSlugs(categories) };
	const body = {
		filter: { operator: 'or', subfilters: [isOpen, changedWithin('updated_at', since, now)] },
	};
	const newestFirst: Array<[id: string, state: string]> = [];
	let complete = true;
	const template = '/issues/search';
	for await (const page of client.pages({ template, body }, pageSizeOf('POST', template))) {
		for (const issue of page) newestFirst.push([issue.id, stateOf(issue)]);
		complete = newestFirst.length <= MOST_STATES;
		if (!complete) break;
	}
	const states = new Map<string, string>();
	for (const [id, state] of newestFirst.reverse()) meet(states, id, state);
	// The search ended early, so the recent changes may not have been read.
	if (!complete)
		for (const { id, state } of await changedSince(poll, since, {})) meet(states, id, state);
	const memory: Memory = { mark: now, since, ...remember(states, categories, complete) };
	return memory;
}

/** Of an issue that is not remembered but was there before, only the category is known: `closed`, under any of its slugs. */
function previousOf(
	{ id, created_at }: PylonRecord,
	{ states, complete, categories }: Memory,
	from: number,
): Previous | undefined {
	if (Object.hasOwn(states, id))
		return { state: states[id], category: categoryOf(categories, states[id]) };
	if (!(toTime(created_at) < from) || !complete) return undefined;
	const closed = closedSlugs(categories);
	return { state: closed.length === 1 ? closed[0] : undefined, category: CLOSED };
}

/** Whether an issue's state is another one than before. */
function change(
	issue: PylonRecord,
	memory: Memory,
	from: number,
): Pick<Changed, 'previous' | 'issue'> {
	const state = stateOf(issue);
	const previous = previousOf(issue, memory, from);
	const isChange =
		previous === undefined
			? !(toTime(issue.created_at) < from) && wasInAnotherState(issue)
			: previous.state !== undefined
				? previous.state !== state
				: categoryOf(memory.categories, state) !== previous.category;
	return isChange ? { previous, issue } : {};
}

/** A status that was made after the categories were read shows as a slug that is not among them. */
async function withNewStatuses(poll: Poll, memory: Memory, issues: Changed[]): Promise<Memory> {
	const isKnown = ({ state }: Changed) => Object.hasOwn(memory.categories, state);
	return issues.every(isKnown) ? memory : { ...memory, categories: await readCategories(poll) };
}

async function next(poll: Poll, before: IDataObject): Promise<Outcome> {
	const { now, settings, selection } = poll;
	const from = lowerBound(before as Memory, { now, overlapMs: settings.overlapMs });
	// Without the user's filter: an issue that begins to match it by this very change must be known beforehand.
	const issues = await changedSince(poll, from, {}, (issue) =>
		change(issue, before as Memory, from),
	);
	const memory = await withNewStatuses(poll, before as Memory, issues);
	let reported = issues.filter(({ issue }) => issue !== undefined);
	if (
		reported.length > 0 &&
		(selection.filter !== undefined || selection.searchText !== undefined)
	) {
		const matching = new Set((await changedSince(poll, from, selection)).map(({ id }) => id));
		reported = reported.filter(({ id }) => matching.has(id));
	}
	const left = reported.slice(settings.maxRecords);

	const states = new Map(Object.entries(memory.states));
	for (const { id, state } of issues) meet(states, id, state);
	for (const { id, previous } of left) meet(states, id, previous?.state ?? UNTOLD);
	const mark = Math.min(now, left[0]?.time ?? now);
	const after: Memory = {
		mark,
		since: Math.min(mark, Math.max(from, mark - settings.overlapMs)),
		...remember(states, memory.categories, memory.complete),
	};
	const taken = reported.slice(0, settings.maxRecords);
	return {
		found: taken.flatMap(({ issue, previous }) =>
			issue === undefined ? [] : [found(issue, memory.categories, previous)],
		),
		memory: after,
	};
}

export const issueStatusChanged: EventSource = {
	start,
	next,
	latest: async (poll, count) => {
		const categories = await readCategories(poll);
		return (await latestIssues(poll, 'updated_at', updatedAt, count)).map((issue) =>
			found(issue, categories),
		);
	},
};
