import type { Answer } from './ask';
import type { Finding } from './judge';
import { endpoint, type LiveRequest } from './requests';
import {
	askPatiently,
	reasonToStop,
	STOPPED_BY_USER,
	type Findings,
	type Surroundings,
} from './run';

type Data = Record<string, unknown>;

/** The token was not accepted, or the user wants no more: nothing more is tried. */
export class Stopped extends Error {}

/** What the check has made, and how to remove it. */
interface Made {
	/** For a person to find it by, e.g. `the contact 'n8n-nodes-pylon check 3f2a'`. */
	name: string;
	remove: () => Promise<boolean>;
}

/** What to send, and what the answer has to hold beyond its schema. */
export interface Step {
	operationId: string;
	/** What tells it from other steps of its operation. */
	variant?: string;
	/** For the parameters of the path, in their order. */
	ids?: string[];
	body?: object;
	query?: Record<string, string>;
	/** What is not as expected in the answer's `data`, as names of fields. */
	check?: (data: Data) => string | undefined;
	/** 404 is the answer that is expected. */
	isGone?: boolean;
}

/** How a record is deleted, and read to see that it is gone. */
export interface Removal {
	operationId: string;
	read: string;
}

/** Sends the steps of a check that writes, judges each answer, and removes what was made. */
export class Writer {
	private readonly findings: Finding[] = [];
	private readonly seen = new Set<string>();
	private readonly made: Made[] = [];
	private readonly left: string[] = [];
	private kept: string | undefined;
	private isCleaningUp = false;

	/** @param surroundings what sends, waits and takes each finding */
	constructor(private readonly surroundings: Surroundings) {}

	private requestOf({ operationId, variant, ids = [], body, query = {} }: Step): LiveRequest {
		const read = endpoint(operationId);
		const values = [...ids];
		const path = read.path.replace(/\{[^}]*\}/g, () => encodeURIComponent(values.shift() ?? ''));
		return { read, path, query, body, variant };
	}

	private checkStop(): void {
		if (this.surroundings.stop?.aborted && !this.isCleaningUp) throw new Stopped(STOPPED_BY_USER);
	}

	/**
	 * Sends a step and judges its answer.
	 *
	 * @param step what to send, and what to expect
	 * @returns the answer's `data`, or undefined where the step did not go through
	 * @throws Stopped when the token is not accepted, and before anything is sent when the check was stopped
	 */
	async send(step: Step): Promise<Data | undefined> {
		this.checkStop();
		const request = this.requestOf(step);
		const [answer, judged] = await askPatiently(this.surroundings, request, this.seen);
		const finding = step.isGone ? expectGone(judged) : withCheck(judged, answer, step);
		this.findings.push(finding);
		this.surroundings.found(finding);
		const reason = reasonToStop(finding);
		if (reason !== undefined) throw new Stopped(reason);
		return dataOf(answer);
	}

	/**
	 * Makes a record that is removed at the end.
	 *
	 * @param step the request that makes it
	 * @param name for a person to find it by
	 * @param remove the operation that deletes it, and the one that reads it, both by its ID
	 * @returns its ID; undefined where it cannot be known. What may be there all the same is then listed at the end
	 * @throws Stopped as `send` does
	 */
	async make(step: Step, name: string, remove: Removal): Promise<string | undefined> {
		this.checkStop();
		const data = await this.send(step).catch((error: unknown) => {
			this.left.push(`perhaps ${name}`);
			throw error;
		});
		const id = data?.id;
		if (typeof id === 'string' && id !== '') {
			this.made.push({ name, remove: () => this.remove(remove, id) });
			return id;
		}
		const wasRefused = (this.findings.at(-1)?.status ?? 500) < 500 && data === undefined;
		if (!wasRefused) this.left.push(`perhaps ${name}`);
		return undefined;
	}

	/**
	 * Tells how the last step ended.
	 *
	 * @returns true when its answer was as assumed
	 */
	isLastAsAssumed(): boolean {
		return this.findings.at(-1)?.verdict === 'as assumed';
	}

	/**
	 * Notes that a record exists no longer, so that it is not removed at the end.
	 *
	 * @param name under which it was made
	 */
	forget(name: string): void {
		const index = this.made.findIndex((one) => one.name === name);
		if (index >= 0) this.made.splice(index, 1);
	}

	/**
	 * Notes that something was made that Pylon's API cannot remove.
	 *
	 * @param name for a person to find it by
	 */
	keeps(name: string): void {
		this.kept = name;
	}

	/** @returns whether it is gone: Pylon is asked where it says so, and where its answer was lost */
	private async remove({ operationId, read }: Removal, id: string): Promise<boolean> {
		const statusOf = async (step: Step) => {
			await this.send({ ...step, ids: [id] });
			return this.findings.at(-1)?.status;
		};
		const removed = await statusOf({ operationId });
		if (removed !== 200 && removed !== undefined) return removed === 404;
		const found = await statusOf({ operationId: read, variant: 'deleted', isGone: true });
		return removed === 200 ? found !== 200 : found === 404;
	}

	/** Removes what was made, the latest first. What could not be removed is listed by name in the result. */
	async cleanUp(): Promise<void> {
		this.isCleaningUp = true;
		for (const { name, remove } of this.made.reverse()) {
			const isRemoved = await remove().catch(() => false);
			if (!isRemoved) this.left.push(name);
		}
	}

	/**
	 * Sums up.
	 *
	 * @param stopped why the check ended early; undefined when it did not
	 * @returns all findings, and the names of what could not be removed
	 */
	result(stopped?: string): Findings {
		return {
			findings: this.findings,
			skipped: [],
			rateLimitHeaders: [...this.seen].sort(),
			leftBehind: this.left,
			kept: this.kept,
			stopped,
		};
	}
}

function dataOf(answer: Answer | { code: string }): Data | undefined {
	if ('code' in answer || answer.status !== 200) return undefined;
	try {
		const { data } = JSON.parse(answer.text) as { data?: unknown };
		return typeof data === 'object' && data !== null ? (data as Data) : {};
	} catch {
		return {};
	}
}

function withCheck(judged: Finding, answer: Answer | { code: string }, step: Step): Finding {
	// The answer to a deletion holds no record.
	const finding = judged.method === 'DELETE' ? { ...judged, hasRecord: true } : judged;
	const data = dataOf(answer as Answer);
	const problem = data === undefined ? undefined : step.check?.(data);
	if (problem === undefined) return finding;
	return { ...finding, verdict: 'differs', differences: [...finding.differences, problem] };
}

/** A 404 is as assumed, whatever it says; an answer with a record is not. */
function expectGone(finding: Finding): Finding {
	if (finding.status === 404)
		return { ...finding, verdict: 'as assumed', differences: [], hasRecord: true };
	if (finding.status !== 200) return finding;
	return { ...finding, verdict: 'differs', differences: ['the record is still there'] };
}
