import type { INodeExecutionData } from 'n8n-workflow';
import { isRead } from '../../../shared/api/endpoints';
import { addToError } from '../../../shared/client/errors';
import { errorSentences } from '../../../shared/client/errorSentences';
import {
	listOf,
	Names,
	NAMES_ERROR,
	searchById,
	referencesIn,
	type NamedKind,
	type NameSource,
} from '../../records/addNames';
import type { Call, Complete } from '../../run/operationPlan';
import { parameterOnce } from '../../run/parameter';
import { readAddNames } from '../../records/simplified/readOutput';

const sourceOf = ({ send, sendPages }: Call): NameSource => ({
	list: async (kind) => (await send(listOf(kind))).map(({ json }) => json),
	byIds: async (kind, ids) => (await sendPages(searchById(kind, ids))).map(({ json }) => json),
});

/**
 * @param call the call of the item that looks something up
 * @returns the names that are known to all items of the run with the same account
 */
export const namesOfRun = async (call: Call): Promise<Names> =>
	await call.cached('names', async () => new Names(sourceOf(call)));

/** What has no ID is no record but says what happened, so there is nothing to name in it. */
const withError = (item: INodeExecutionData, words: string): INodeExecutionData =>
	item.json.id === undefined ? item : { ...item, json: { ...item.json, [NAMES_ERROR]: words } };

/**
 * Looks up the names in the records of all items of a run together, when `addNames` is on. Where that fails, an item that
 * reads fails too. An item that has written does not, since a failure would tell the user that nothing was done: its names
 * are null, and its `names_error` says why.
 * @param kind the kind of the records that the operation returns
 * @returns for `completedBy`. It throws what the look-up throws, for an item that only reads.
 */
export const addNames =
	(kind: NamedKind): Complete =>
	async (items, call) => {
		const { context } = call;
		if (!readAddNames((name, standard) => parameterOnce(context, name, standard))) return items;
		const records = items.map(({ json }) => json);
		const names = await namesOfRun(call);
		let failure: unknown;
		try {
			await call.gather(`names of ${kind}`, records, async (all) => {
				await names.lookUp(referencesIn(kind, all.flat()));
				return all;
			});
		} catch (error) {
			// It may have been the name of another item.
			if (!names.knowsAll(referencesIn(kind, records))) failure = error;
		}
		const results = items.map((item) => ({ ...item, json: names.put(kind, item.json) }));
		if (failure === undefined) return results;
		if (!isRead(call.request.method, call.request.template))
			return results.map((item) => withError(item, errorSentences(failure)));
		throw addToError(
			failure,
			"This was the request for the names. Without 'Add Names', you can still read the record itself.",
			{},
		);
	};
