import type { ConnectedN8n } from '../../sandbox/n8n/sandbox';
import type { Outcome } from './table';

/** What a check works with: a real n8n of one version, and a simulated Pylon that is as at its start. */
export interface N8nUnderTest extends ConnectedN8n {
	/** Is called when the check is over, whatever came of it. */
	after(step: () => Promise<unknown>): void;
}

/** One row of the table. */
export interface Check {
	/** Short and stable. */
	id: string;
	/** What holds when the answer is yes. */
	title: string;
	/**
	 * @throws NotApplicable when this n8n cannot do it whatever a package does
	 * @throws Error with what was seen instead
	 */
	run(n8n: N8nUnderTest): Promise<void>;
}

/** This n8n does not have what the check is about. Its message says what. */
export class NotApplicable extends Error {}

/** No check takes that long; one that hangs must not keep the others from running. */
const DEADLINE_MS = 240_000;

async function withDeadline(work: Promise<void>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const deadline = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`It did not end within ${DEADLINE_MS / 1000} s.`)),
			DEADLINE_MS,
		);
	});
	try {
		await Promise.race([work, deadline]);
	} finally {
		clearTimeout(timer);
	}
}

/** Of a request that failed, Node.js says why only in the cause. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/**
 * Runs one check on a simulated Pylon that is as at its start.
 *
 * @param check to be run
 * @param connected the n8n that it runs in
 * @returns what came of it; never throws for what the check found
 */
export async function outcomeOf(check: Check, connected: ConnectedN8n): Promise<Outcome> {
	const { pylon } = connected;
	pylon.resetState();
	pylon.resetLog();
	pylon.faults.clear();
	pylon.limits.set(false);
	const steps: Array<() => Promise<unknown>> = [];
	try {
		await withDeadline(check.run({ ...connected, after: (step) => steps.push(step) }));
		return { result: 'yes' };
	} catch (error) {
		const reason = reasonOf(error);
		return { result: error instanceof NotApplicable ? 'n.a.' : 'no', reason };
	} finally {
		for (const step of steps.reverse()) await step().catch(() => undefined);
	}
}
