import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { has, keyOf, type IdentifierValue, type Identifier } from './upsertKind';
import { KeyedMutex } from '../run/keyedMutex';

/**
 * What the items of one run know of the records. An item sees what the items before it have written: Pylon's search may not
 * show that yet, and an older answer cannot show it.
 */
export class RecordCache {
	private readonly records = new Map<string, IDataObject>();

	/**
	 * IDs of the records that have an identifier, by `IdentifierValue.key`. Records that the run itself has written are here even before
	 * anybody has asked for others.
	 */
	private readonly idsOf = new Map<string, Set<string>>();

	/** Keys of the identifiers of which all records are known. */
	private readonly complete = new Set<string>();

	/** Records that the run has read or written one by one. Of the others, a search may show an older state. */
	private readonly kept = new Set<string>();

	/** Errors of creations without an answer, by `IdentifierValue.key`. */
	private readonly unclear = new Map<string, unknown>();

	/** When each key was forgotten, as a count: the answer to an older question may tell how it was before. */
	private readonly forgotten = new Map<string, number>();

	private timesForgotten = 0;

	readonly locks = new KeyedMutex();

	constructor(private readonly identifiers: Identifier[]) {}

	/** @returns a count for `learn`, to be read when a question is asked */
	get mark(): number {
		return this.timesForgotten;
	}

	/** @returns whether all records with the identifier are known, even if there is none */
	isComplete({ key }: IdentifierValue): boolean {
		return this.complete.has(key);
	}

	/**
	 * @param given an identifier with its value
	 * @returns the records that have it, as far as known
	 */
	having(given: IdentifierValue): IDataObject[] {
		return [...(this.idsOf.get(given.key) ?? [])]
			.map((id) => this.records.get(id))
			.filter((record): record is IDataObject => record !== undefined && has(record, given));
	}

	/**
	 * @param id a record's ID
	 * @returns the record as it is now; undefined when it is not known
	 */
	latest(id: string): IDataObject | undefined {
		return this.records.get(id);
	}

	/**
	 * Notes the answer to a question: the records that have the identifiers, and the unique identifiers of each. What the run
	 * itself has written counts more. What was forgotten since the question was asked stays unknown.
	 * @param lookedFor the identifiers that were asked for
	 * @param found the records in Pylon's answer, all that have one of the identifiers and perhaps others
	 * @param mark `mark` when the question was asked; default: now
	 */
	learn(lookedFor: IdentifierValue[], found: IDataObject[], mark = this.mark): void {
		const isOutdated = (key: string) => (this.forgotten.get(key) ?? 0) > mark;
		const current = found.filter((record) => !this.keysOf(record).some(isOutdated));
		const outdated = found.filter((record) => !current.includes(record));
		const unknown = new Set(outdated.flatMap((record) => this.keysOf(record)));
		const learned = new Set(
			lookedFor.map(({ key }) => key).filter((key) => !isOutdated(key) && !unknown.has(key)),
		);
		for (const key of learned) this.complete.add(key);
		for (const record of current) {
			const id = fieldText(record.id);
			if (!this.kept.has(id)) this.records.set(id, record);
			for (const key of this.keysOf(record)) if (learned.has(key)) this.note(key, id);
			for (const key of this.keysOf(record, ({ isUnique }) => isUnique)) {
				if (this.complete.has(key)) continue;
				this.note(key, id);
				this.complete.add(key);
			}
		}
	}

	/**
	 * Notes a record that has been read or written by itself.
	 * @param record the record as Pylon has just sent it
	 */
	keep(record: IDataObject): void {
		const id = fieldText(record.id);
		this.records.set(id, record);
		this.kept.add(id);
		for (const key of this.keysOf(record)) this.note(key, id);
		// Other records may have the same name; that is not known unless somebody asked.
		for (const key of this.keysOf(record, ({ isUnique }) => isUnique)) this.complete.add(key);
	}

	/**
	 * Forgets who has the identifiers: a write has failed, so what was known may be wrong.
	 * @param given the identifiers of the item that failed
	 */
	forget(given: IdentifierValue[]): void {
		this.forgetKeys(given.map(({ key }) => key));
	}

	/**
	 * Forgets a record that could not be written, so that it is looked up anew by each of its identifiers.
	 * @param record the record as last known
	 */
	drop(record: IDataObject): void {
		const id = fieldText(record.id);
		this.forgetKeys(this.keysOf(this.latest(id) ?? record));
		this.records.delete(id);
		this.kept.delete(id);
	}

	/**
	 * Notes that a record with the identifiers may have been created, though Pylon has not answered.
	 * @param given the identifiers of the record
	 * @param error what the creation has ended in
	 */
	noteUnclear(given: IdentifierValue[], error: unknown): void {
		for (const { key } of given) this.unclear.set(key, error);
	}

	/**
	 * @param given an item's identifiers
	 * @returns the error of a creation without an answer, of a record with one of them; undefined when there is none
	 */
	unclearOf(given: IdentifierValue[]): unknown {
		return given.map(({ key }) => this.unclear.get(key)).find((error) => error !== undefined);
	}

	private keysOf(
		record: IDataObject,
		which: (identifier: Identifier) => boolean = () => true,
	): string[] {
		return this.identifiers
			.filter(which)
			.flatMap((identifier) => identifier.of(record).map((value) => keyOf(identifier, value)));
	}

	private note(key: string, id: string): void {
		const ids = this.idsOf.get(key);
		if (ids === undefined) this.idsOf.set(key, new Set([id]));
		else ids.add(id);
	}

	private forgetKeys(keys: string[]): void {
		this.timesForgotten++;
		for (const key of keys) {
			this.idsOf.delete(key);
			this.complete.delete(key);
			this.forgotten.set(key, this.timesForgotten);
		}
	}
}
