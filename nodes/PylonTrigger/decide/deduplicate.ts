import type { Decision, Ignored } from './decision';
import type { Duplicates } from './duplicates';
import type { Refusal } from '../receive/refusalTexts';

const DUPLICATE: Ignored = { ignored: 'This delivery was received before.' };

const UNDECIDED: Refusal = {
	refusal: 'unanswered',
	says: 'The same delivery arrived at the same time and could not be run',
	advice: 'See the response to that delivery, and try again later.',
};

/**
 * Lets one of several equal deliveries start the workflow; the others get the answer that fits what became of it. A delivery
 * that starts nothing is not remembered: it may start the workflow the next time.
 * @param duplicates undefined where every delivery may start the workflow
 * @param key the same for equal deliveries
 * @param decide decides whether the delivery starts the workflow
 * @returns what `decide` returned; for a further delivery, that it is a duplicate, or that it could not be decided
 * @throws what `decide` throws
 */
export async function deduplicate(
	duplicates: Duplicates | undefined,
	key: string,
	decide: () => Promise<Decision>,
): Promise<Decision> {
	if (duplicates === undefined) return await decide();
	const claim = duplicates.claim(key);
	if (claim === 'seen') return DUPLICATE;
	if (claim !== 'new') return (await claim) ? DUPLICATE : UNDECIDED;
	let decision: Decision | undefined;
	try {
		decision = await decide();
	} finally {
		const isDone = decision !== undefined && !('refusal' in decision);
		duplicates.settle(key, decision !== undefined && 'deliveryKey' in decision, isDone);
	}
	if (!('deliveryKey' in decision)) return decision;
	return {
		...decision,
		remembered: { undo: () => duplicates.forget(key), touch: () => duplicates.touch() },
	};
}
