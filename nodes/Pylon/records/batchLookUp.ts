import type { IDataObject } from 'n8n-workflow';
import { errorOfItem, errorDetails } from '../../shared/client/errors';
import type { Call } from '../run/operationPlan';
import { runState, type OfRun } from '../run/runState';
import type { RecordKind, SeveralNames } from './recordKind';
import type { Named } from './readReference';

/** Most names in one request. Pylon does not document how many it takes. */
const MOST_NAMES = 100;

/** The names that one request looks for. */
interface Batch {
	names: string[];
	/** Index of the item that sends the request. */
	itemIndex: number;
	/** All records in the answer. */
	found: Promise<IDataObject[]>;
	/** How many records the answer can have. */
	most: number;
}

/** What the items of a run look for by one naming. */
class NamesOfRun {
	private readonly pending = new Set<string>();

	private readonly batches = new Map<string, Batch>();

	/** Names that must not, or not again, be looked for together with others. */
	private readonly alone = new Set<string>();

	constructor(private readonly several: SeveralNames) {}

	announce(name: string): void {
		if (!this.batches.has(name) && !this.alone.has(name)) this.pending.add(name);
	}

	/**
	 * @returns the records with that name; undefined when the name has to be looked for alone
	 * @throws NodeApiError when Pylon gives no good answer
	 */
	async find(call: Call, name: string): Promise<IDataObject[] | undefined> {
		if (this.alone.has(name)) return undefined;
		const batch = this.batches.get(name) ?? this.begin(call, name);
		const found = await batch?.found.catch((error: unknown) => {
			const index = call.context.getItemIndex();
			// It may be another name that Pylon takes offence at.
			if (errorDetails(error).status === 400) return undefined;
			throw index === batch.itemIndex ? error : errorOfItem(error, index);
		});
		const records = batch && found && this.recordsOf(name, batch, found);
		if (records === undefined) this.alone.add(name);
		return records;
	}

	/** @returns undefined when the answer leaves it open */
	private recordsOf(
		name: string,
		{ names, most }: Batch,
		found: IDataObject[],
	): IDataObject[] | undefined {
		const { has } = this.several;
		const own = found.filter((record) => has(record, name));
		// Pylon may know a record by a name that it does not show.
		const isClear =
			own.length > 0 || found.every((record) => names.some((one) => has(record, one)));
		return isClear && found.length < most ? own : undefined;
	}

	/** Looks for the name, and in the same request for others that are announced; sends nothing when there are none. */
	private begin(call: Call, name: string): Batch | undefined {
		this.pending.delete(name);
		const names = [name, ...this.pending].slice(0, MOST_NAMES);
		if (names.length === 1) return undefined;
		const query = this.several.query(names);
		const found = call.send(query).then((items) => items.map(({ json }) => json));
		const batch: Batch = {
			names,
			itemIndex: call.context.getItemIndex(),
			found,
			most: Number(query.body?.limit),
		};
		for (const one of names) {
			this.pending.delete(one);
			this.batches.set(one, batch);
		}
		found.catch((error: unknown) => {
			if (errorDetails(error).status === 400) return;
			// Who asks later tries again.
			for (const one of names) {
				this.batches.delete(one);
				this.pending.add(one);
			}
		});
		return batch;
	}
}

const namesOf = (
	context: OfRun,
	{ noun }: RecordKind,
	mode: string,
	several: SeveralNames,
): NamesOfRun => runState(context, `${noun} by ${mode}`, () => new NamesOfRun(several));

/**
 * Announces that the item will look a record up, so that it is looked for together with those of other items. To be called
 * in steps, which all run before the first item is sent, unless the user has spread the items over time by n8n's batching.
 * @param context the item's context
 * @param kind the kind of the record
 * @param named how the record is named
 */
export function announceRecord(context: OfRun, kind: RecordKind, { mode, value }: Named): void {
	const several = kind.namings?.[mode]?.several;
	if (several !== undefined) namesOf(context, kind, mode, several).announce(value);
}

/**
 * Finds the records with a name together with those of other names that the items of the run have announced (`announceRecord`): a request
 * for every hundred names, and no name twice.
 * @param call the item's call
 * @param kind the kind of the records
 * @param named one of the kind's namings and its value
 * @returns the records, possibly none; undefined when the name has to be looked up alone
 * @throws NodeApiError when Pylon gives no good answer
 */
export async function foundTogether(
	call: Call,
	kind: RecordKind,
	{ mode, value }: Named,
): Promise<IDataObject[] | undefined> {
	const several = kind.namings?.[mode]?.several;
	return several && (await namesOf(call.context, kind, mode, several).find(call, value));
}
