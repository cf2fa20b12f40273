import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../Pylon/transport/envelope';
import { latestIssues, searchIssues, type IssueTime } from '../issues';
import { pages, type PylonRecord } from '../pages';
import { unlessGone } from '../requests';
import type { Found, Outcome, Poll, PollEvent } from '../source';
import { toTime } from '../times';
import { inOrder, lowerBound, startingWith, type Happening, type Watermark } from '../watermark';

/** Issues whose messages one poll asks for, each with a request of its own. Others wait for the next poll. */
export const MOST_ISSUES = 100;

/** Issues that a test in the editor looks into. */
const ISSUES_IN_TEST = 3;

type Memory = Watermark & {
	/** Issues whose messages were not read, or not all put out: the moment from which on they count, by ID. */
	waiting: Record<string, number>;
};

/** Messages of an issue that the user wants. Without a limit Pylon sends all at once (openapi.yaml, `getIssueMessages`). */
async function messagesOf({ client, node, settings }: Poll, issueId: string): Promise<PylonRecord[]> {
	const all: PylonRecord[] = [];
	const read = async () => {
		const request = { template: '/issues/{issueId}/messages', ids: { issueId } };
		for await (const page of pages(client, request, undefined, node)) all.push(...page);
	};
	await unlessGone(read());
	return all.filter(({ is_private, author }) => {
		if (is_private === true && !settings.withNotes) return false;
		return !settings.customersOnly || (isRecord(author) && isRecord(author.contact));
	});
}

const activity = ({ latest_message_time, updated_at }: PylonRecord): number => toTime(latest_message_time ?? updated_at);

const found = (message: PylonRecord, issue: PylonRecord): Found => ({ key: message.id, item: { message, issue } });

/** Issues that may have messages from a moment on. */
async function activeIssues(poll: Poll, from: number): Promise<Map<string, PylonRecord>> {
	// Whether an internal note is activity is not documented; that it changes the issue is likely.
	const fields: IssueTime[] = ['latest_message_activity_at', ...(poll.settings.withNotes ? (['updated_at'] as const) : [])];
	const issues = new Map<string, PylonRecord>();
	await searchIssues(poll, { fields, from, selection: poll.selection }, (issue) => void issues.set(issue.id, issue));
	return issues;
}

interface Read {
	issueId: string;
	fresh: Happening[];
}

async function freshMessages(poll: Poll, { seen, waiting }: Memory, issueId: string, known?: PylonRecord): Promise<Read> {
	const since = waiting[issueId];
	const messages = (await messagesOf(poll, issueId)).filter(
		({ id, timestamp }) => toTime(timestamp) >= since && !Object.hasOwn(seen, id),
	);
	if (messages.length === 0) return { issueId, fresh: [] };
	const issue = known ?? (await unlessGone(poll.client.record({ template: '/issues/{issueId}', ids: { issueId } })));
	if (issue === undefined) return { issueId, fresh: [] };
	return {
		issueId,
		fresh: messages.map((message) => ({ ...found(message, issue as PylonRecord), time: toTime(message.timestamp) })),
	};
}

async function next(poll: Poll, before: IDataObject): Promise<Outcome> {
	const { now, settings } = poll;
	const memory = before as Memory;
	const bounds = { now, overlapMs: settings.overlapMs };
	const from = lowerBound(memory, bounds);
	const active = await activeIssues(poll, from);
	const waiting = { ...Object.fromEntries([...active.keys()].map((id) => [id, from])), ...memory.waiting };
	const order = (id: string) => activity(active.get(id) ?? { id }) || 0;
	const turn = Object.keys(waiting).sort((one, other) => order(one) - order(other)).slice(0, MOST_ISSUES);

	const read: Read[] = [];
	for (const id of turn) read.push(await freshMessages(poll, { ...memory, waiting }, id, active.get(id)));
	const taken = read.flatMap(({ fresh }) => fresh).sort(inOrder).slice(0, settings.maxRecords);
	const isTaken = new Set(taken);
	const done = new Set(read.filter(({ fresh }) => fresh.every((one) => isTaken.has(one))).map(({ issueId }) => issueId));

	const left = Object.fromEntries(Object.entries(waiting).filter(([id]) => !done.has(id)));
	const since = Math.min(now, Math.max(from, now - settings.overlapMs));
	// Messages of issues that wait are asked for again from an earlier moment on.
	const oldest = Object.values(left).reduce((one, other) => Math.min(one, other), since);
	const seen = [...Object.entries(memory.seen), ...taken.map(({ key, time }): [string, number] => [key, time])];
	const after: Memory = {
		mark: now,
		since,
		seen: Object.fromEntries(seen.filter(([, time]) => time >= oldest)),
		waiting: left,
	};
	return { found: taken, memory: after };
}

export const issueMessage: PollEvent = {
	value: 'issue_message',
	name: 'Issue Message Received',
	description: 'A new message in an issue, also the first one of a new issue',
	filterable: 'issues',

	async start(poll) {
		const bounds = { now: poll.now, overlapMs: poll.settings.overlapMs };
		const from = poll.now - poll.settings.overlapMs;
		const there: Happening[] = [];
		for (const issue of (await activeIssues(poll, from)).values()) {
			for (const message of await messagesOf(poll, issue.id)) {
				const time = toTime(message.timestamp);
				if (time >= from) there.push({ ...found(message, issue), time });
			}
		}
		const memory: Memory = { ...startingWith(there, bounds), waiting: {} };
		return memory;
	},

	next,

	async latest(poll, count) {
		const messages: Happening[] = [];
		for (const issue of await latestIssues(poll, 'latest_message_activity_at', activity, ISSUES_IN_TEST)) {
			for (const message of await messagesOf(poll, issue.id)) {
				messages.push({ ...found(message, issue), time: toTime(message.timestamp) });
			}
		}
		return messages.sort(inOrder).reverse().slice(0, count);
	},
};
