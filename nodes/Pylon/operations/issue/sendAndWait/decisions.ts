import type { Answer } from './question';
import { forgetOldest } from '../../../../shared/client/forgetOldest';

/** What the second person to answer learns about the first answer. */
export type Decision = Pick<Answer, 'approved' | 'answeredAt'>;

/** Far more questions than are answered at the same time. */
const MOST_REMEMBERED = 1000;

/** By `Question.ask`. n8n learns of an answer only when our part of the call is over, and lets several calls come that far. */
const decisions = new Map<string, Decision>();

/**
 * @param ask the question's `ask`
 * @returns the answer that this process has taken; undefined when there is none
 */
export const decisionOn = (ask: string): Decision | undefined => decisions.get(ask);

/**
 * Takes an answer, unless there is one already.
 * @param ask the question's `ask`
 * @param answer the answer that has come in
 * @returns the earlier answer; undefined when this one counts
 */
export function decide(ask: string, { approved, answeredAt }: Answer): Decision | undefined {
	const before = decisions.get(ask);
	if (before !== undefined) return before;
	decisions.set(ask, { approved, answeredAt });
	forgetOldest(decisions, MOST_REMEMBERED);
	return undefined;
}

/**
 * Forgets an answer that n8n has not taken, so that it can be given again.
 * @param ask the question's `ask`
 */
export function takeBack(ask: string): void {
	decisions.delete(ask);
}
