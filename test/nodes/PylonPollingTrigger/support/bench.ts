import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { clock } from '../../../../nodes/shared/client/clock';
import type { SimulatedPylonOptions } from '../../../../sandbox/pylon';
import type { IssueRecord, MessageRecord } from '../../../../sandbox/pylon/records';
import { storeIssue } from '../../../../sandbox/pylon/seed/blank';
import { Poller, type PollerOptions } from '../../../support/poll';
import { withPylon, type PylonUnderTest } from '../../../support/pylon';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Time as Pylon has it; never goes back, since the transport remembers limits over all tests of a file. */
const time = { now: Date.parse('2026-11-20T12:00:00Z') };

/** A simulated Pylon and an n8n with clocks that only the test moves. */
export interface Bench {
	readonly pylon: PylonUnderTest;
	/** How far n8n's clock is ahead of Pylon's, in milliseconds. */
	skew: number;
	/** Milliseconds since 1970, by Pylon's clock. */
	now(): number;
	/** Lets time pass. */
	pass(ms: number): void;
	/** The moment so many milliseconds before now, as Pylon writes it. */
	ago(ms: number): string;
	poller(parameters: INodeParameters, options?: Partial<PollerOptions>): Poller;
	/** What Pylon was asked since the log was reset, e.g. `POST /issues/search`. */
	asked(): string[];
	/** Stores an issue that was made now, or so long ago. */
	addIssue(issue?: Partial<IssueRecord>, msAgo?: number): string;
	/** Changes an issue now, or so long ago. */
	edit(id: string, changes: Partial<IssueRecord>, msAgo?: number): void;
	/** Writes a message into an issue now, or so long ago. */
	addMessage(issueId: string, message?: Partial<MessageRecord>, msAgo?: number): string;
}

/**
 * Starts a simulated Pylon for the tests of a file, and begins each test a day later. Only the test moves the clocks.
 * @param options what the simulated Pylon is told besides
 * @returns the clock, the simulated Pylon, and what tests do with both
 */
export function withPolling(options: SimulatedPylonOptions = {}): Bench {
	const pylon = withPylon({ checkReplies: true, clock: () => time.now, ...options });
	const ago = (ms: number) => new Date(time.now - ms).toISOString();
	const bench: Bench = {
		pylon,
		skew: 0,
		now: () => time.now,
		pass: (ms) => {
			time.now += ms;
		},
		ago,
		poller: (parameters, more = {}) =>
			new Poller({
				node: new PylonPollingTrigger(),
				parameters,
				credentials: pylon.credentials,
				...more,
			}),
		asked: () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`),
		addIssue: (issue = {}, msAgo = 0) =>
			storeIssue(pylon.sim.state, ago(msAgo), { title: 'An issue', ...issue }).id,
		edit: (id, changes, msAgo = 0) => {
			const { issues } = pylon.sim.state;
			const issue = issues.get(id);
			if (!issue) throw new Error(`No issue ${id}`);
			issues.set(id, { ...issue, updated_at: ago(msAgo), ...changes });
		},
		addMessage: (issueId, message = {}, msAgo = 0) => {
			const { messages, issues, newId, tokenUserId } = pylon.sim.state;
			const [model] = [...messages.values()];
			const id = newId('message');
			const author = { user_id: tokenUserId };
			messages.set(id, {
				...model,
				id,
				issue_id: issueId,
				author,
				is_private: false,
				created_at: ago(msAgo),
				...message,
			});
			const issue = issues.get(issueId);
			const latest = [issue?.latest_message_time ?? '', ago(msAgo)].sort()[1];
			if (issue) issues.set(issueId, { ...issue, latest_message_time: latest, updated_at: ago(0) });
			return id;
		},
	};
	beforeEach(() => {
		bench.skew = 0;
		time.now += DAY;
		pylon.sim.resetState();
		jest.spyOn(clock, 'now').mockImplementation(() => time.now + bench.skew);
		jest.spyOn(clock, 'random').mockReturnValue(0);
		jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
			time.now += ms;
		});
	});
	afterEach(() => jest.restoreAllMocks());
	return bench;
}

/**
 * @param items JSON of an output; undefined for none
 * @param name of the property that has the record, e.g. `issue`
 * @returns the IDs of the records, in order
 */
export const idsOf = (items: IDataObject[] | undefined, name: string): unknown[] =>
	(items ?? []).map((item) => (item[name] as IDataObject).id);
