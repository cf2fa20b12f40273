import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { clock } from '../shared/client/clock';
import { pylonFor, type RequestLimits } from '../shared/client/triggerClient';
import { operationError } from '../shared/input';
import { events } from './events';
import { readSelection, type ReadSelection } from './filter';
import { readSettings } from './settings';
import type { Found, Poll, PollEvent } from './pollEvent';
import { present } from './present';
import { recall, remember } from './state';

/** How many records a test in the editor shows. */
const IN_TEST = 5;

/**
 * n8n polls at most once a minute. A poll that Pylon keeps waiting longer than this had better fail, and ask again the next
 * time.
 */
const LONGEST_WAIT_MS = 120_000;

/** n8n's own default (n8n-core 2.41, `poll-context.js`); earlier versions have no budget. */
const BUDGET_MS = 300_000;

/** The part of n8n's budget after which a poll is given up: before n8n abandons it, so that n8n shows why. */
const OF_BUDGET = 0.9;

/** Pages of all lists that one poll reads. Within the budget, Pylon takes fewer requests than this. */
const MOST_PAGES = 1000;

const TRIES = 4;

const TIMEOUT_MS = 60_000;

/** One poll that n8n has begun. */
interface PollRun {
	context: IPollFunctions;
	/** How long the poll may take. */
	budgetMs: number;
	/** Ends the poll when the budget is used up. */
	deadline: AbortSignal;
}

/** The poll of each trigger that is polling now. n8n begins the next one on time, whether the last one has ended or not. */
const underWay = new Map<string, PollRun>();

function pollRun(context: IPollFunctions): PollRun {
	const budgetMs =
		OF_BUDGET *
		(typeof context.getPollBudgetMs === 'function' ? context.getPollBudgetMs() : BUDGET_MS);
	return { context, budgetMs, deadline: clock.deadline(budgetMs) };
}

const limitsOf = ({ budgetMs, deadline }: PollRun): RequestLimits => ({
	longestWaitMs: Math.min(LONGEST_WAIT_MS, budgetMs / 2),
	tries: TRIES,
	timeoutMs: TIMEOUT_MS,
	signal: deadline,
	mostPages: MOST_PAGES,
});

function eventOf(context: IPollFunctions, value: string): PollEvent {
	const event = events.find((one) => one.value === value);
	if (event !== undefined) return event;
	throw operationError(
		context,
		`'Trigger On' has no event '${value}'`,
		`Choose one of: ${events.map(({ name }) => name).join(', ')}.`,
	);
}

interface Prepared extends ReadSelection {
	poll: Poll;
	event: PollEvent;
}

/**
 * Reads all that the user has set. The only requests before that are those by which the filter's conditions get their
 * meaning in this workspace.
 */
async function prepare(run: PollRun): Promise<Prepared> {
	const { context } = run;
	const settings = readSettings(context);
	const event = eventOf(context, settings.event);
	const read = readSelection(context, event);
	const client = await pylonFor(context, limitsOf(run));
	await read.close(client);
	const { logger } = context;
	return {
		...read,
		event,
		poll: {
			client,
			now: clock.now(),
			settings,
			selection: read.selection,
			node: context.getNode(),
			logger,
		},
	};
}

async function toItems(
	poll: Poll,
	{ value }: PollEvent,
	found: Found[],
): Promise<INodeExecutionData[]> {
	const shown = await present(poll, found);
	return shown.map(({ key, item }) => ({
		json: { event: value, eventKey: `${value}:${key}`, ...item },
	}));
}

async function showLatest(run: PollRun): Promise<INodeExecutionData[][]> {
	const { context } = run;
	const { poll, event } = await prepare(run);
	const latest = await event.latest(poll, IN_TEST);
	if (latest.length > 0) return [await toItems(poll, event, latest)];
	const { filter, searchText } = poll.selection;
	const matching = filter === undefined && searchText === undefined ? '' : ' that match the filter';
	const when = event.filterable === 'issues' ? ' in the last four weeks' : '';
	throw operationError(
		context,
		'Pylon has no event for this test',
		`The test looks for the latest of '${event.name}'${matching}, and found none${when}. The published workflow still waits for new ones.`,
	);
}

function leaveOut(context: IPollFunctions): null {
	context.logger.debug('Pylon Polling Trigger: the last poll is still running', {
		nodeName: context.getNode().name,
	});
	return null;
}

/** @param isAlone whether no other poll of this trigger is under way, which would find the same events */
async function pollOnce(run: PollRun, isAlone: boolean): Promise<INodeExecutionData[][] | null> {
	const { context, deadline } = run;
	const { poll, event } = await prepare(run);
	const { identity, memory, reason } = await recall(context, poll.client, poll.settings);
	if (memory === undefined) {
		const start = await event.start(poll);
		deadline.throwIfAborted();
		remember(context, identity, start);
		const because = reason === undefined ? '' : `, because ${reason}`;
		context.logger.info(
			`Pylon Polling Trigger starts from now${because}: earlier events are not returned`,
			{
				nodeName: poll.node.name,
				workflowId: context.getWorkflow().id,
			},
		);
		return null;
	}
	if (!isAlone) return leaveOut(context);
	const outcome = await event.next(poll, memory);
	// May ask Pylon for names. This comes before anything is remembered, so that nothing is lost where it fails.
	const items = await toItems(poll, event, outcome.found);
	// A later poll may have gone over the same span by now, and have remembered more.
	deadline.throwIfAborted();
	remember(context, identity, outcome.memory);
	return items.length > 0 ? [items] : null;
}

/**
 * Waits for a poll, but not longer than it may take: when Pylon or n8n's database hangs, the next poll must have its turn.
 * @throws NodeOperationError when the poll takes longer; what the poll throws
 */
async function inTime<T>({ context, budgetMs, deadline }: PollRun, poll: Promise<T>): Promise<T> {
	let end = () => {};
	const over = new Promise<never>((_, reject) => (end = () => reject(deadline.reason as Error)));
	deadline.addEventListener('abort', end, { once: true });
	const waiting = Promise.race([poll, over]).catch((error: unknown) => {
		if (!deadline.aborted) throw error;
		const took = `did not end within ${Math.round(budgetMs / 1000)} seconds, so it was stopped`;
		context.logger.warn(`Pylon Polling Trigger: a poll ${took}`, {
			nodeName: context.getNode().name,
			workflowId: context.getWorkflow().id,
		});
		throw operationError(
			context,
			`The poll ${took}`,
			'Nothing was returned, and the next poll covers the same time. If it happens again, use a filter to make polls shorter; https://status.usepylon.com shows whether Pylon is down.',
		);
	});
	try {
		return await waiting;
	} finally {
		deadline.removeEventListener('abort', end);
	}
}

/**
 * Polls once. Nothing is remembered unless the poll comes to its end: after a failed one, the next goes over the same span.
 * @param context the context of the poll, or of a test in the editor
 * @returns the items; null when there is nothing new, for the first poll, and while another poll of this trigger is under
 * way
 * @throws NodeOperationError when a setting cannot be used, the poll took too long, or Pylon's pages lead nowhere or are too
 * many; NodeApiError when Pylon gives no good answer
 */
export async function pollPylon(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const run = pollRun(context);
	if (context.getMode() === 'manual') return await inTime(run, showLatest(run));
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	const other = underWay.get(trigger);
	if (other?.context === context) return leaveOut(context);
	// A poll from before the workflow was published anew: n8n drops what that one finds. Were this one left out although it
	// is the one that starts, what happens until the next would be old.
	if (other !== undefined) return await inTime(run, pollOnce(run, false));
	underWay.set(trigger, run);
	try {
		return await inTime(run, pollOnce(run, true));
	} finally {
		underWay.delete(trigger);
	}
}
