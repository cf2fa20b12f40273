import type { IssueRecord } from '../../../../sandbox/pylon/records';
import { storeAccount, storeContact, storeIssue } from '../../../../sandbox/pylon/seed/blank';
import type { Bench } from './bench';

/** What the trigger has to put out, told from what was done to Pylon's records alone. */
export interface Model {
	/** Notes what is there when the trigger starts. */
	start(): void;
	/** The keys of the items of a poll that goes through, in order; after it, they are not expected any more. */
	poll(limit: number): string[];
}

interface Happened {
	key: string;
	time: number;
	exists: () => boolean;
}

const byTime = (one: Happened, other: Happened) => one.time - other.time;

/** Changes Pylon's records, each at a moment of its own: events of the same moment have no order. */
export class World {
	/** Everything that happened, by event. */
	readonly happened: Record<string, Happened[]> = {};

	private readonly used = new Set<number>();

	constructor(private readonly bench: Bench) {}

	get state() {
		return this.bench.pylon.sim.state;
	}

	private at(lateMs: number, after = 0): number {
		let time = Math.max(this.bench.now() - lateMs, after + 1);
		while (this.used.has(time)) time++;
		this.used.add(time);
		// What happens later than now makes now later.
		this.bench.pass(Math.max(0, time - this.bench.now()));
		return time;
	}

	private note(event: string, key: string, time: number, exists: () => boolean): void {
		(this.happened[event] ??= []).push({ key: `${event}:${key}`, time, exists });
	}

	/**
	 * Makes an issue, which Pylon shows late.
	 * @param lateMs how late, in milliseconds
	 * @param state of the issue
	 */
	createIssue(lateMs: number, state: string): void {
		const time = this.at(lateMs);
		const { id } = storeIssue(this.state, new Date(time).toISOString(), {
			title: 'An issue',
			state,
		});
		const first = [...this.state.messages.values()].at(-1)!.id;
		this.note('issue_created', id, time, () => this.state.issues.has(id));
		this.note('issue_message', first, time, () => this.state.messages.has(first));
	}

	private pick<T>(store: ReadonlyMap<string, T>, index: number): T | undefined {
		return [...store.values()][index % Math.max(1, store.size)];
	}

	/**
	 * Changes an issue, which Pylon shows late; does nothing when there is none.
	 * @param index which one; after the last comes the first again
	 * @param lateMs how late, in milliseconds
	 * @param changes properties with their new values
	 */
	editIssue(index: number, lateMs: number, changes: Partial<IssueRecord>): void {
		const issue = this.pick(this.state.issues, index);
		if (issue === undefined) return;
		const time = this.at(lateMs, Date.parse(issue.updated_at));
		const updated_at = new Date(time).toISOString();
		const { id } = issue;
		this.state.issues.set(id, { ...issue, ...changes, updated_at });
		this.note(
			'issue_updated',
			`${id}:${updated_at}`,
			time,
			() => this.state.issues.get(id)?.updated_at === updated_at,
		);
	}

	/**
	 * Deletes an issue and its messages; does nothing when there is none.
	 * @param index see `editIssue`
	 */
	deleteIssue(index: number): void {
		const issue = this.pick(this.state.issues, index);
		if (issue === undefined) return;
		this.state.issues.delete(issue.id);
		for (const message of [...this.state.messages.values()]) {
			if (message.issue_id === issue.id) this.state.messages.delete(message.id);
		}
	}

	/**
	 * Writes a message into an issue, which Pylon shows late; does nothing when there is none.
	 * @param index see `editIssue`
	 * @param lateMs how late, in milliseconds
	 */
	writeMessage(index: number, lateMs: number): void {
		const issue = this.pick(this.state.issues, index);
		if (issue === undefined) return;
		const time = this.at(lateMs);
		const created_at = new Date(time).toISOString();
		const [model] = [...this.state.messages.values()];
		const id = this.state.newId('message');
		this.state.messages.set(id, {
			...model,
			id,
			issue_id: issue.id,
			is_private: false,
			created_at,
		});
		const latest_message_time = [issue.latest_message_time, created_at].sort()[1];
		this.state.issues.set(issue.id, { ...issue, latest_message_time });
		this.note('issue_message', id, time, () => this.state.messages.has(id));
	}

	/**
	 * Answers a survey, which Pylon shows late; does nothing when there is none.
	 * @param index see `editIssue`
	 * @param lateMs how late, in milliseconds
	 */
	respond(index: number, lateMs: number): void {
		const survey = this.pick(this.state.surveys, index);
		if (survey === undefined) return;
		const time = this.at(lateMs);
		const id = this.state.newId('other');
		const none = { account_id: null, contact_id: null, answers: [] };
		this.state.surveyResponses.set(id, {
			...none,
			id,
			survey_id: survey.id,
			submitted_at: new Date(time).toISOString(),
		} as never);
		this.note('survey_response', id, time, () => true);
	}

	/**
	 * Makes an account, which Pylon shows late.
	 * @param lateMs how late, in milliseconds
	 */
	createAccount(lateMs: number): void {
		const time = this.at(lateMs);
		const { id } = storeAccount(this.state, new Date(time).toISOString(), { name: 'An account' });
		this.note('account_created', id, time, () => this.state.accounts.has(id));
	}

	/** Makes a contact. */
	createContact(): void {
		const { id } = storeContact(this.state, { name: 'A contact' });
		this.note('contact_created', id, this.at(0), () => this.state.contacts.has(id));
	}

	/**
	 * Deletes an account and a contact, where there are some.
	 * @param index see `editIssue`
	 */
	deleteRecord(index: number): void {
		for (const store of [this.state.accounts, this.state.contacts]) {
			const record = this.pick<{ id: string }>(store, index);
			if (record !== undefined) store.delete(record.id);
		}
	}
}

/**
 * @param world in which something happens
 * @param event which occurrences of it count
 * @returns a model of a trigger that returns once whatever has happened since the start and still is so, the oldest first
 */
export const onceEach = (world: World, event: string): Model => {
	let waiting: Happened[] = [];
	let known = 0;
	const all = () => world.happened[event] ?? [];
	return {
		start: () => {
			known = all().length;
		},
		poll: (limit) => {
			waiting.push(...all().slice(known));
			known = all().length;
			waiting = waiting.filter(({ exists }) => exists()).sort(byTime);
			return waiting.splice(0, limit).map(({ key }) => key);
		},
	};
};

/**
 * @param world whose issues
 * @returns a model of a trigger that returns whatever state differs from the one seen last
 */
export const stateChanges = (world: World): Model => {
	const seen = new Map<string, string>();
	const look = (limit: number): string[] => {
		const issues = [...world.state.issues.values()].sort(
			(one, other) => Date.parse(one.updated_at) - Date.parse(other.updated_at),
		);
		const changed = issues.filter(({ id, state }) => seen.has(id) && seen.get(id) !== state);
		const taken = new Set(changed.slice(0, limit));
		for (const issue of issues)
			if (!seen.has(issue.id) || taken.has(issue)) seen.set(issue.id, issue.state);
		return [...taken].map(
			({ id, state, updated_at }) => `issue_status_changed:${id}:${state}:${updated_at}`,
		);
	};
	return { start: () => void look(0), poll: look };
};
