import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../records/recordKind';
import { addToError, errorDetails } from '../../shared/client/errors';
import type { Check, Handler, OperationSlots, Step } from '../run/operationPlan';
import { withLock } from '../run/keyedMutex';
import { readList } from '../../shared/input';
import { recordSteps } from '../parameters/record/recordReference';
import { recordListSteps } from '../parameters/record/recordListReferences';
import { bodyOf, wrongInput, type InputContext } from '../parameters/values';

/** Pylon merges at most this many records per request (openapi.yaml, `MergeAccountsRequest`, `MergeFeatureRequestsRequest`). */
const MOST_PER_REQUEST = 100;

/** What is merged into what. */
export interface Merging {
	kind: RecordKind;
	/** The parameter of the record that stays, and its property of the body. */
	into: { field: INodeProperties; property: string };
	/** The parameter of the records that are merged away, and its property of the body. */
	others: { field: INodeProperties; property: string };
	/** For the error of a merge that stopped half-way: how to find out about the records of which nobody knows. */
	unclear: string;
	/** Names of the lists in the JSON of that error: records that are merged, that may be, and that are not. */
	lists: { merged: string; unclear: string; notMerged: string };
}

const some = (ids: string[]): string =>
	ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ');

/** Refuses to merge a record into itself; runs again when names have become IDs. */
function refuseItself(
	context: Omit<InputContext, 'getTimezone'>,
	body: IDataObject,
	{ kind, into, others }: Merging,
): void {
	const survivor = body[into.property] as string;
	// IDs are UUIDs (docs/pylon-api-notes.md#ids), which may be written in capitals.
	const isSurvivor = (id: string) => id.toLowerCase() === survivor.toLowerCase();
	if (!(body[others.property] as string[]).some(isSurvivor)) return;
	throw wrongInput(
		context,
		`The ${kind.noun} of '${into.field.displayName}' is among '${others.field.displayName}'`,
		`${/^[aeiou]/.test(kind.noun) ? 'An' : 'A'} ${kind.noun} cannot be merged into itself. Remove ${survivor}, or any other name for it, from '${others.field.displayName}'.`,
	);
}

/**
 * @param merging what is merged
 * @param validate further steps
 * @returns the slots that put into the body what is merged, all by ID: names are looked up before anything is merged. They
 * throw a NodeOperationError when there is nothing to merge or something is merged into itself, and a WrongInput when the
 * list cannot be read.
 */
export function mergeInBody(
	merging: Merging,
	...validate: Step[]
): Pick<OperationSlots, 'validate' | 'lookUp'> {
	const { kind, into } = merging;
	const {
		field: { name, displayName },
		property,
	} = merging.others;
	const survivor = recordSteps(kind, into.field.name, into.property, into.field.displayName);
	const others = recordListSteps(kind, property, displayName);
	const othersInBody: Step = function (request) {
		const body = bodyOf(request);
		const entries = readList(this.getNodeParameter(name, ''), displayName);
		if (entries.length === 0) {
			throw wrongInput(
				this,
				`'${displayName}' is empty`,
				`Put the ID of at least one ${kind.noun} into '${displayName}'.`,
			);
		}
		body[property] = entries;
		refuseItself(this, body, merging);
	};
	const notItself: Check = async ({ context, request }) =>
		refuseItself(context, bodyOf(request), merging);
	return {
		validate: [survivor.read, othersInBody, others.read, ...validate],
		lookUp: [survivor.lookUp, others.lookUp, notItself],
	};
}

/**
 * Merges one chunk after the other: merging cannot be undone, a merge of accounts can stop half-way, and merges into one
 * feature request have to be sent one after the other (openapi.yaml, `mergeAccounts`, `mergeFeatureRequests`). So a chunk is
 * only sent when the one before it is known to be done.
 * @param merging what is merged
 * @returns the operation's handler. It throws a PylonApiError when a chunk fails, with what is merged, what is not, and what
 * is unclear.
 */
export const mergeInChunks =
	({ others: { property }, unclear: advice, lists }: Merging): Handler =>
	async ({ request, send }) => {
		const body = request.body as Record<string, string | string[]>;
		const ids = body[property] as string[];
		let merged: INodeExecutionData[] = [];
		for (let done = 0; done < ids.length; done += MOST_PER_REQUEST) {
			const chunk = ids.slice(done, done + MOST_PER_REQUEST);
			try {
				merged = await send({ ...request, body: { ...body, [property]: chunk } });
			} catch (error) {
				const untouched = certainlyUntouched(error);
				const before = ids.slice(0, done);
				const unclear = untouched ? [] : chunk;
				const notMerged = ids.slice(done + unclear.length);
				throw addToError(error, partialResult(before, unclear, notMerged, advice), {
					[lists.merged]: before,
					[lists.unclear]: unclear,
					[lists.notMerged]: notMerged,
				});
			}
		}
		return merged;
	};

/**
 * Lets merges of one run that share a record go one after the other: Pylon requires this of merges into one survivor
 * (openapi.yaml, `mergeFeatureRequests`), and what is read before a merge has to be true when it is sent.
 * @param merging what is merged
 * @param handler merges for one item
 * @returns the handler that waits for its turn
 */
export const oneAfterTheOther =
	({ kind, into, others }: Merging, handler: Handler): Handler =>
	async (call) => {
		const body = call.request.body as Record<string, string | string[]>;
		const ids = [body[into.property], body[others.property]].flat();
		return await withLock(
			call.context,
			ids.map((id) => `merge ${kind.noun} ${id}`),
			async () => await handler(call),
		);
	};

/**
 * True for a refusal of the whole request, and for one that never left. Any other answer may have come half-way through the
 * chunk.
 */
function certainlyUntouched(error: unknown): boolean {
	const { status, maybeProcessed } = errorDetails(error);
	return status === undefined ? maybeProcessed !== true : [401, 403, 429].includes(status);
}

function partialResult(
	merged: string[],
	unclear: string[],
	notMerged: string[],
	advice: string,
): string {
	return [
		`Merged already: ${merged.length === 0 ? 'none' : some(merged)}.`,
		...(unclear.length === 0 ? [] : [`${advice}: ${some(unclear)}.`]),
		...(notMerged.length === 0 ? [] : [`Not merged: ${some(notMerged)}.`]),
	].join(' ');
}
