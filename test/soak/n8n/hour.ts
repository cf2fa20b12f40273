import type { ScheduledFault } from '../../../sandbox/pylon';
import { draw } from '../../../sandbox/pylon/faults';

/** What a busy team's n8n does in an hour: twenty support engineers, a few thousand customers. This is an assumption. */
const HOUR = {
	/** Webhooks of new issues: each issue is fetched, updated, and gets an internal note. */
	deliveries: 600,
	/** Lists of ten contacts to rename. */
	updates: 240,
	/** Lists of ten tasks, and of ten issues, to create. */
	tasks: 60,
	issues: 30,
	/** Questions that somebody answers: an internal note, another one with the answer, and a task. */
	approvals: 60,
};

/** n8n polls once a minute at most, so as many workflows poll as make one poll for each minute of the hour. */
const POLLS = 60;
/** Items of each list. */
export const LIST = 10;
/** One delivery in so many has a wrong signature, and one in so many comes twice. */
export const WRONG_EVERY = 25;
export const TWICE_EVERY = 20;

/** Parts of the hour: after each of them n8n comes to rest, and is measured. */
export const PARTS = 12;

/** The short form: one minute with the work of six. */
const SHORT = 0.1;

/** What a run does. */
export interface Hour {
	seed: number;
	minutes: number;
	counts: typeof HOUR;
	/** Workflows that poll. */
	pollers: number;
	/** Length of a minute of Pylon's rate limits, as compressed as all else. */
	limitWindowMs: number;
	isShort: boolean;
}

/**
 * Reads the variables that run.ts sets.
 *
 * @returns the hour of this run
 */
export function hourOfRun(): Hour {
	const isShort = process.env.SOAK_SIZE === 'short';
	const minutes = Number(process.env.SOAK_MINUTES);
	const part = isShort ? SHORT : 1;
	const counts = Object.fromEntries(
		Object.entries(HOUR).map(([kind, count]) => [kind, Math.round(count * part)]),
	) as typeof HOUR;
	const pollers = Math.max(2, Math.round((POLLS * part) / minutes));
	return {
		seed: Number(process.env.SOAK_SEED),
		minutes,
		counts,
		pollers,
		limitWindowMs: (minutes * 1000) / part,
		isShort,
	};
}

/** Something that comes to n8n. */
export interface Arrival {
	kind: keyof typeof HOUR;
	/** Which one of its kind. */
	n: number;
	/** Milliseconds from the beginning. */
	at: number;
}

/** Everything that arrives, in its order: spread by chance, as what people do is, and the same for the same seed. */
const arrivalsOf = ({ seed, minutes, counts }: Hour): Arrival[] =>
	(Object.keys(HOUR) as Array<keyof typeof HOUR>)
		.flatMap((kind) =>
			Array.from({ length: counts[kind] }, (_, n) => ({
				kind,
				n,
				at: draw(seed, kind, n) * minutes * 60_000,
			})),
		)
		.sort((a, b) => a.at - b.at);

/**
 * Spreads what arrives over the hour.
 *
 * @param hour of this run
 * @returns what arrives in each part of the hour; `at` counts from the beginning of the part
 */
export function partsOf(hour: Hour): Arrival[][] {
	const length = (hour.minutes * 60_000) / PARTS;
	const parts: Arrival[][] = Array.from({ length: PARTS }, () => []);
	for (const arrival of arrivalsOf(hour))
		parts[Math.floor(arrival.at / length)].push({ ...arrival, at: arrival.at % length });
	return parts;
}

/** Requests that may be repeated: anything may happen to them. */
const SAFE = ['getIssue', 'updateIssue', 'updateContact', 'searchIssues'];
/** Requests that create or write. */
export const UNSAFE = ['createTask', 'createIssue', 'createIssueNote'] as const;

/**
 * The faults, by operation: about one request in ten is struck. What creates is not struck by an error after which it was
 * not carried out, but for a 429: it could not be told from one after which it was, so it is not sent again, and there
 * would be fewer records than were asked for.
 */
export const FAULTS: ScheduledFault[] = [
	...SAFE.flatMap((operationId): ScheduledFault[] => [
		{ operationId, kind: 'status', status: 503, share: 0.02 },
		{ operationId, kind: 'reset', share: 0.02 },
	]),
	...[...SAFE, ...UNSAFE].flatMap((operationId): ScheduledFault[] => [
		{ operationId, kind: 'status', status: 502, processed: true, share: 0.02 },
		{ operationId, kind: 'reset', processed: true, share: 0.02 },
		{ operationId, kind: 'cut-off', share: 0.02 },
		{ operationId, kind: 'rate-limited', waitMs: 1000, share: 0.02 },
	]),
];
