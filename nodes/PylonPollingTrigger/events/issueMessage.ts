import type { IDataObject } from 'n8n-workflow';

import { fieldText, isRecord } from '../../shared/client/envelope';
import type { PylonRecord } from '../../shared/client/triggerClient';
import { latestIssues, searchIssues, type IssueTime } from '../issues';
import { unlessGone } from '../ifStillThere';
import type { Found, Outcome, Poll, EventSource } from '../pollEvent';
import { toTime } from '../times';
import { inOrder, lowerBound, startingWith, type Occurrence, type Watermark } from '../watermark';

/** How many issues' messages one poll reads, each by a request of its own. Other issues wait for the next poll. */
export const MOST_ISSUES = 100;

/** How many issues a test in the editor looks into. */
const ISSUES_IN_TEST = 3;

type Memory = Watermark & {
	/** By issue ID, from which moment on messages count that were not read, or did not all fit into the output. */
	waiting: Record<string, number>;
	/** By issue ID, when issues within the overlap had last changed as their messages were read; those read last are at the end. */
	read: Record<string, string>;
};

/** The messages of an issue that the user wants. Without a limit Pylon sends all at once (openapi.yaml, `getIssueMessages`). */
async function messagesOf({ client, settings }: Poll, issueId: string): Promise<PylonRecord[]> {
	const all: PylonRecord[] = [];
	const read = async () => {
		const request = { template: '/issues/{issueId}/messages', ids: { issueId } };
		for await (const page of client.pages(request)) all.push(...page);
	};
	await unlessGone(read());
	return all.filter(({ is_private, author }) => {
		if (is_private === true && !settings.withNotes) return false;
		return !settings.customersOnly || (isRecord(author) && isRecord(author.contact));
	});
}

const activity = ({ latest_message_time, updated_at }: PylonRecord): number =>
	toTime(latest_message_time ?? updated_at) || 0;

const changes = ({ latest_message_time, updated_at }: PylonRecord): string =>
	`${fieldText(latest_message_time)} ${fieldText(updated_at)}`;

const found = (message: PylonRecord, issue: PylonRecord): Found => ({
	key: message.id,
	item: { message, issue },
});

/** The issues that may have messages from a moment on. */
async function activeIssues(poll: Poll, from: number): Promise<Map<string, PylonRecord>> {
	// Whether an internal note is activity is not documented; that it changes the issue is likely.
	const fields: IssueTime[] = [
		'latest_message_activity_at',
		...(poll.settings.withNotes ? (['updated_at'] as const) : []),
	];
	const issues = new Map<string, PylonRecord>();
	await searchIssues(
		poll,
		{ fields, from, selection: poll.selection },
		(issue) => void issues.set(issue.id, issue),
	);
	return issues;
}

interface Read {
	issueId: string;
	fresh: Occurrence[];
}

async function freshMessages(
	poll: Poll,
	{ seen, waiting }: Memory,
	issueId: string,
	active?: PylonRecord,
): Promise<Read> {
	const since = waiting[issueId] ?? Infinity;
	const messages = (await messagesOf(poll, issueId)).filter(
		({ id, timestamp }) => toTime(timestamp) >= since && !Object.hasOwn(seen, id),
	);
	if (messages.length === 0) return { issueId, fresh: [] };
	const issue =
		active ??
		(await unlessGone(poll.client.record({ template: '/issues/{issueId}', ids: { issueId } })));
	if (issue === undefined) return { issueId, fresh: [] };
	return {
		issueId,
		fresh: messages.map((message) => ({
			...found(message, issue as PylonRecord),
			time: toTime(message.timestamp),
		})),
	};
}

/**
 * @param ids issues that may have new messages
 * @returns the issues whose messages are to be read now: first those that have changed since they were read, the oldest
 * activity first; then the unchanged ones, in case Pylon shows a message late, those read longest ago first
 */
function longestUnreadFirst(
	ids: string[],
	active: Map<string, PylonRecord>,
	read: Memory['read'],
): string[] {
	const places = new Map(Object.keys(read).map((id, place) => [id, place]));
	const ranked = ids.map((id) => {
		const issue = active.get(id);
		const isUnchanged = issue !== undefined && read[id] === changes(issue);
		return {
			id,
			place: isUnchanged ? (places.get(id) ?? 0) : -1,
			time: issue === undefined ? 0 : activity(issue),
		};
	});
	ranked.sort((one, other) => one.place - other.place || one.time - other.time);
	return ranked.slice(0, MOST_ISSUES).map(({ id }) => id);
}

async function next(poll: Poll, before: IDataObject): Promise<Outcome> {
	const { now, settings } = poll;
	const memory = before as Memory;
	const bounds = { now, overlapMs: settings.overlapMs };
	const from = lowerBound(memory, bounds);
	const active = await activeIssues(poll, from);
	const waiting = {
		...Object.fromEntries([...active.keys()].map((id) => [id, from])),
		...memory.waiting,
	};

	const read: Read[] = [];
	for (const id of longestUnreadFirst(Object.keys(waiting), active, memory.read))
		read.push(await freshMessages(poll, { ...memory, waiting }, id, active.get(id)));
	const taken = read
		.flatMap(({ fresh }) => fresh)
		.sort(inOrder)
		.slice(0, settings.maxRecords);
	const isTaken = new Set(taken);
	const done = new Set(
		read
			.filter(({ fresh }) => fresh.every((one) => isTaken.has(one)))
			.map(({ issueId }) => issueId),
	);

	const stillKnown = Object.entries(memory.read).filter(
		([id]) => active.has(id) && !read.some(({ issueId }) => issueId === id),
	);
	const nowRead = [...done].flatMap((id): Array<[string, string]> => {
		const issue = active.get(id);
		return issue === undefined ? [] : [[id, changes(issue)]];
	});
	const left = Object.fromEntries(Object.entries(waiting).filter(([id]) => !done.has(id)));
	const since = Math.min(now, Math.max(from, now - settings.overlapMs));
	// Messages of issues that wait are asked for again from an earlier moment on.
	const oldest = Object.values(left).reduce((one, other) => Math.min(one, other), since);
	const seen = [
		...Object.entries(memory.seen),
		...taken.map(({ key, time }): [string, number] => [key, time]),
	];
	const after: Memory = {
		mark: now,
		since,
		seen: Object.fromEntries(seen.filter(([, time]) => time >= oldest)),
		waiting: left,
		read: Object.fromEntries([...stillKnown, ...nowRead]),
	};
	return { found: taken, memory: after };
}

export const issueMessage: EventSource = {
	async start(poll) {
		const { now, settings } = poll;
		const active = [...(await activeIssues(poll, now - settings.overlapMs)).values()];
		// Too many to read them all now: the trigger begins without an overlap, and only what Pylon's clock puts ahead is looked for.
		const overlapMs = active.length > MOST_ISSUES ? 0 : settings.overlapMs;
		const latest = active
			.sort((one, other) => activity(other) - activity(one))
			.slice(0, MOST_ISSUES);
		const there: Occurrence[] = [];
		for (const issue of latest) {
			for (const message of await messagesOf(poll, issue.id)) {
				const time = toTime(message.timestamp);
				if (time >= now - overlapMs) there.push({ ...found(message, issue), time });
			}
		}
		const memory: Memory = { ...startingWith(there, { now, overlapMs }), waiting: {}, read: {} };
		return memory;
	},

	next,

	async latest(poll, count) {
		const messages: Occurrence[] = [];
		for (const issue of await latestIssues(
			poll,
			'latest_message_activity_at',
			activity,
			ISSUES_IN_TEST,
		)) {
			for (const message of await messagesOf(poll, issue.id)) {
				messages.push({ ...found(message, issue), time: toTime(message.timestamp) });
			}
		}
		return messages.sort(inOrder).reverse().slice(0, count);
	},
};
