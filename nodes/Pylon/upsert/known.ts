import type { IDataObject } from 'n8n-workflow';
import { has, keyOf, type Given, type Identifier } from './kind';
import { Turns } from '../transport/turns';

/**
 * What the items of one run know of the records: nothing is looked up twice, and an item sees what the items before it have
 * written, which Pylon's search may not show yet.
 */
export class Known {
	private readonly records = new Map<string, IDataObject>();

	private readonly idsOf = new Map<string, Set<string>>();

	/** Records that the run itself has read or written one by one; of the others, a search may still show an older state. */
	private readonly kept = new Set<string>();

	private readonly unclear = new Map<string, unknown>();

	readonly turns = new Turns();

	constructor(private readonly identifiers: Identifier[]) {}

	isKnown({ key }: Given): boolean {
		return this.idsOf.has(key);
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

	/** Notes what was found when the identifiers were looked for. */
	learn(wanted: Given[], found: IDataObject[]): void {
		for (const given of wanted) this.idsOf.set(given.key, new Set());
		for (const record of found) {
			if (!this.kept.has(String(record.id))) this.records.set(String(record.id), record);
			for (const given of wanted) {
				if (has(record, given)) this.idsOf.get(given.key)?.add(String(record.id));
			}
		}
	}

	/** Notes a record that was read or written. */
	keep(record: IDataObject): void {
		const id = String(record.id);
		this.records.set(id, record);
		this.kept.add(id);
		for (const identifier of this.identifiers) {
			for (const value of identifier.of(record)) {
				const key = keyOf(identifier, value);
				// Who else has the same name nobody knows unless it was looked for.
				if (identifier.isUnique && !this.idsOf.has(key)) this.idsOf.set(key, new Set());
				this.idsOf.get(key)?.add(id);
			}
		}
	}

	/** Forgets what was found by the identifiers: a write has failed, and with it what was known may be wrong. */
	forget(given: Given[]): void {
		for (const { key } of given) this.idsOf.delete(key);
	}

	/** Forgets a record that could not be written, so that it is looked up anew by whatever it is found by. */
	drop(record: IDataObject): void {
		const id = String(record.id);
		for (const identifier of this.identifiers) {
			for (const value of identifier.of(this.latest(id) ?? record)) this.idsOf.delete(keyOf(identifier, value));
		}
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
}
