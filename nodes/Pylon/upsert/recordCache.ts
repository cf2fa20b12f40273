import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { has, keyOf, type Given, type Identifier } from './upsertKind';
import { KeyedMutex } from '../run/keyedMutex';

/**
 * What the items of one run know of the records: an item sees what the items before it have written, which Pylon's search
 * may not show yet, and which what was asked for earlier cannot show.
 */
export class RecordCache {
	private readonly records = new Map<string, IDataObject>();

	/** Of the records that have an identifier, by its key; those of the run itself even where others are not known. */
	private readonly idsOf = new Map<string, Set<string>>();

	/** Keys of the identifiers of which it is known who has them. */
	private readonly complete = new Set<string>();

	/** Records that the run itself has read or written one by one; of the others, a search may still show an older state. */
	private readonly kept = new Set<string>();

	private readonly unclear = new Map<string, unknown>();

	/** When the keys of identifiers were forgotten, as a count: an answer to an older question may tell how it was before. */
	private readonly forgotten = new Map<string, number>();

	private timesForgotten = 0;

	readonly locks = new KeyedMutex();

	constructor(private readonly identifiers: Identifier[]) {}

	/** @returns for `learn`, taken when the question is asked */
	get mark(): number {
		return this.timesForgotten;
	}

	/** @returns whether it is known which records have the identifier, none among them */
	isComplete({ key }: Given): boolean {
		return this.complete.has(key);
	}

	/** @returns the records that have the identifier, as far as known */
	having(given: Given): IDataObject[] {
		return [...(this.idsOf.get(given.key) ?? [])]
			.map((id) => this.records.get(id))
			.filter((record): record is IDataObject => record !== undefined && has(record, given));
	}

	/** @returns the record as it is now, as far as known */
	latest(id: string): IDataObject | undefined {
		return this.records.get(id);
	}

	/**
	 * Notes what was found when the identifiers were looked for, and whose the unique ones of what was found are. What the run
	 * itself has written counts more. What was forgotten since the question was asked stays unknown.
	 * @param mark of the time of the question
	 */
	learn(lookedFor: Given[], found: IDataObject[], mark = this.mark): void {
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

	/** Notes a record that was read or written. */
	keep(record: IDataObject): void {
		const id = fieldText(record.id);
		this.records.set(id, record);
		this.kept.add(id);
		for (const key of this.keysOf(record)) this.note(key, id);
		// Who else has the same name nobody knows unless it was looked for.
		for (const key of this.keysOf(record, ({ isUnique }) => isUnique)) this.complete.add(key);
	}

	/** Forgets what was found by the identifiers: a write has failed, and with it what was known may be wrong. */
	forget(given: Given[]): void {
		this.forgetKeys(given.map(({ key }) => key));
	}

	/** Forgets a record that could not be written, so that it is looked up anew by whatever it is found by. */
	drop(record: IDataObject): void {
		const id = fieldText(record.id);
		this.forgetKeys(this.keysOf(this.latest(id) ?? record));
		this.records.delete(id);
		this.kept.delete(id);
	}

	/** Notes that a record with the identifiers may have been created, without an answer of Pylon. */
	noteUnclear(given: Given[], error: unknown): void {
		for (const { key } of given) this.unclear.set(key, error);
	}

	/** @returns the error of a creation without an answer, of a record with one of the identifiers */
	unclearOf(given: Given[]): unknown {
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
