import type { INodeExecutionData } from 'n8n-workflow';
import { toList } from '../../steps/lists';
import { wrongInput } from '../../steps/values';
import { addToError, factsOfError } from '../../transport/errors';
import { toId } from '../../transport/path';
import { beforeSending, type Handler } from '../../transport/plan';

/** Pylon merges at most this many accounts per request (openapi.yaml, `MergeAccountsRequest`). */
const MOST_PER_REQUEST = 100;

interface MergeBody {
	merge_into_account_id: string;
	merge_account_ids: string[];
}

const some = (ids: string[]): string =>
	ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ');

/** Refuses what cannot be merged before anything is sent, and puts the rest into the body. */
export const mergeBody = beforeSending(function (request) {
	const survivor = toId(
		this.getNodeParameter('accountId', '', { extractValue: true }),
		'Merge Into',
		this.getNode(),
		this.getItemIndex(),
	);
	const ids = toList(this, this.getNodeParameter('mergeAccountIds', ''), 'Accounts to Merge');
	if (ids.length === 0) {
		throw wrongInput(this, "'Accounts to Merge' is empty", "Put the ID of at least one account into 'Accounts to Merge'.");
	}
	if (ids.includes(survivor)) {
		throw wrongInput(
			this,
			"The account of 'Merge Into' is among 'Accounts to Merge'",
			`An account cannot be merged into itself. Take ${survivor} out of 'Accounts to Merge'.`,
		);
	}
	request.body = { merge_into_account_id: survivor, merge_account_ids: ids };
});

/**
 * Merges one chunk after the other: merging is neither atomic nor reversible (openapi.yaml, `mergeAccounts`), so a chunk
 * is only sent when the one before it is known to be done.
 */
export const mergeInChunks: Handler = async ({ request, send }) => {
	const { merge_into_account_id: survivor, merge_account_ids: ids } = request.body as MergeBody;
	let merged: INodeExecutionData[] = [];
	for (let done = 0; done < ids.length; done += MOST_PER_REQUEST) {
		const chunk = ids.slice(done, done + MOST_PER_REQUEST);
		const later = ids.slice(done + MOST_PER_REQUEST);
		try {
			merged = await send({
				...request,
				body: { merge_into_account_id: survivor, merge_account_ids: chunk },
			});
		} catch (error) {
			const untouched = certainlyUntouched(error);
			throw addToError(error, partialResult(ids.slice(0, done), untouched ? [] : chunk, untouched ? [...chunk, ...later] : later), {
				mergedAccountIds: ids.slice(0, done),
				unclearAccountIds: untouched ? [] : chunk,
				notMergedAccountIds: untouched ? [...chunk, ...later] : later,
			});
		}
	}
	return merged;
};

/** A refusal of the whole request, or one that never left. Any other answer may have come half-way through the chunk. */
function certainlyUntouched(error: unknown): boolean {
	const { status, mayHaveHappened } = factsOfError(error);
	return status === undefined ? mayHaveHappened !== true : [401, 403, 429].includes(status);
}

function partialResult(merged: string[], unclear: string[], notMerged: string[]): string {
	return [
		`Merged already: ${merged.length === 0 ? 'none' : some(merged)}.`,
		...(unclear.length === 0
			? []
			: [`Pylon merges one account after the other, so check in Pylon which of these are still there: ${some(unclear)}.`]),
		...(notMerged.length === 0 ? [] : [`Not merged: ${some(notMerged)}.`]),
	].join(' ');
}
