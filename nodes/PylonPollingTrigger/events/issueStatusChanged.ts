import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/client/envelope';
import { latestIssues, searchIssues } from '../issues';
import { pages, type PylonRecord } from '../pages';
import type { Found, Outcome, Poll, PollEvent } from '../pollEvent';
import { toTime } from '../times';
import { lowerBound } from '../watermark';

/** How many issues' states are remembered. */
export const MOST_STATES = 10_000;

/** Pylon's own state of a closed issue (openapi.yaml, `Issue.state`); statuses of one's own have other names. */
const CLOSED = 'closed';

/** State of an issue that was met with a state unknown before, and whose event has to wait. */
const UNTOLD = '';

const PAGE_SIZE = 999;

type Memory = {
	mark: number;
	since: number;
	/** State by the issue's ID, those met last at the end. */
	states: Record<string, string>;
	/** Whether every issue that is not in `states`, but was there before, is closed. */
	complete: boolean;
};

const updatedAt = ({ updated_at }: PylonRecord): number => toTime(updated_at);

const stateOf = ({ state }: PylonRecord): string => String(state);

const found = (issue: PylonRecord, previousState: string | undefined): Found => ({
	key: `${issue.id}:${stateOf(issue)}:${String(issue.updated_at)}`,
	item: { issue, previousState: previousState || null },
});

/** Whether Pylon's own record of an issue's states shows another one than its state now. */
function wasInAnotherState(issue: PylonRecord): boolean {
	const times = issue.time_in_status_seconds;
	return isRecord(times) && Object.entries(times).some(([state, seconds]) => state !== issue.state && Number(seconds) > 0);
}

/** What counts of an issue that has changed. */
interface Changed {
	id: string;
	state: string;
	time: number;
	/** The state before, as far as it is known. */
	previous?: string;
	/** The issue, where its state is another one for certain. */
	issue?: PylonRecord;
}

/**
 * @param tell what counts of an issue: of very many, nothing else is held
 * @returns all issues that changed from a moment on, in the order of their last change
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
		if (time >= (issues.get(id)?.time ?? -Infinity)) issues.set(id, { id, state: stateOf(issue), time, ...tell(issue) });
	});
	return [...issues.values()].sort((one, other) => one.time - other.time);
}

/** Puts a state to the end: it was met last. */
function meet(states: Map<string, string>, id: string, state: string): void {
	states.delete(id);
	states.set(id, state);
}

/** Of too many, forgets those met longest ago: closed ones first, since what is not remembered counts as closed. */
function remember(states: Map<string, string>, wasComplete: boolean): Pick<Memory, 'states' | 'complete'> {
	let tooMany = states.size - MOST_STATES;
	const kept = [...states].filter(([, state]) => state !== CLOSED || tooMany-- <= 0);
	const entries = kept.slice(-MOST_STATES);
	return { states: Object.fromEntries(entries), complete: wasComplete && entries.length === kept.length };
}

/** Issues that are not closed, and what has changed lately: whatever else there is, is closed. */
async function start(poll: Poll): Promise<IDataObject> {
	const { client, node, now, settings } = poll;
	const open: PylonRecord[] = [];
	const body = { filter: { field: 'state', operator: 'not_in', values: [CLOSED] } };
	for await (const page of pages(client, { template: '/issues/search', body }, PAGE_SIZE, node)) {
		open.push(...page);
		if (open.length > MOST_STATES) break;
	}
	const states = new Map<string, string>();
	// The newest come first.
	for (const issue of open.reverse()) meet(states, issue.id, stateOf(issue));
	const since = now - settings.overlapMs;
	for (const { id, state } of await changedSince(poll, since, {})) meet(states, id, state);
	const memory: Memory = { mark: now, since, ...remember(states, open.length <= MOST_STATES) };
	return memory;
}

/** Whether an issue's state is another one than before. */
function change(issue: PylonRecord, { states, complete }: Memory, from: number): Pick<Changed, 'previous' | 'issue'> {
	const wasThere = toTime(issue.created_at) < from;
	const previous = Object.hasOwn(states, issue.id) ? states[issue.id] : wasThere && complete ? CLOSED : undefined;
	const isChange = previous === undefined ? !wasThere && wasInAnotherState(issue) : previous !== stateOf(issue);
	return isChange ? { previous, issue } : {};
}

async function next(poll: Poll, before: IDataObject): Promise<Outcome> {
	const { now, settings, selection } = poll;
	const memory = before as Memory;
	const from = lowerBound(memory, { now, overlapMs: settings.overlapMs });
	// Without the user's filter: an issue that begins to match it by this very change has to be known before.
	const issues = await changedSince(poll, from, {}, (issue) => change(issue, memory, from));
	let wanted = issues.filter(({ issue }) => issue !== undefined);
	if (wanted.length > 0 && (selection.filter !== undefined || selection.searchText !== undefined)) {
		const matching = new Set((await changedSince(poll, from, selection)).map(({ id }) => id));
		wanted = wanted.filter(({ id }) => matching.has(id));
	}
	const left = wanted.slice(settings.maxRecords);

	const states = new Map(Object.entries(memory.states));
	for (const { id, state } of issues) meet(states, id, state);
	for (const { id, previous } of left) meet(states, id, previous ?? UNTOLD);
	const mark = Math.min(now, left[0]?.time ?? now);
	const after: Memory = {
		mark,
		since: Math.min(mark, Math.max(from, mark - settings.overlapMs)),
		...remember(states, memory.complete),
	};
	const taken = wanted.slice(0, settings.maxRecords);
	return { found: taken.flatMap(({ issue, previous }) => (issue === undefined ? [] : [found(issue, previous)])), memory: after };
}

export const issueStatusChanged: PollEvent = {
	value: 'issue_status_changed',
	name: 'Issue Status Changed',
	description: 'An issue got another state. Several changes between two polls are one event.',
	filterable: 'issues',
	start,
	next,
	latest: async (poll, count) =>
		(await latestIssues(poll, 'updated_at', updatedAt, count)).map((issue) => found(issue, undefined)),
};
