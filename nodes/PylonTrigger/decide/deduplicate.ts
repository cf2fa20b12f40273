import type { Decision, Ignored } from './decision';
import type { Duplicates } from './duplicates';
import type { Refusal } from '../receive/refusalTexts';

const DUPLICATE: Ignored = { ignored: 'This delivery was received before.' };

const UNDECIDED: Refusal = {
	refusal: 'unanswered',
	says: 'The same delivery came at the same time and could not be run',
	advice: 'See what that one was answered, and try again later.',
};

/**
 * Lets one of several equal deliveries start something; the others are answered as it was. What starts nothing is not
 * remembered: it may matter the next time.
 * @param duplicates undefined to let all of them
 * @param key of the delivery
 * @param decide whether it starts something; throws what that throws
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
