/** What every stored record has. */
export interface StoredRecord {
	readonly id: string;
	/** RFC3339; lists are newest first by it. Records without it are ordered by when they were first stored. */
	readonly created_at?: string;
}

/**
 * A record's place in the order of its store: its rank (the creation time in ms, if not told otherwise), then a number
 * that says when it was first stored. The highest comes first.
 */
export type Place = readonly [rank: number, sequence: number];

/** Says under which keys an index finds a record; none, one or several. */
export type KeysOf<T> = (record: T) => readonly string[];

/**
 * @param a place of one record
 * @param b place of another record of the same store
 * @returns below zero when `a` comes before `b` in a newest-first list, zero for the same place
 */
function comparePlaces(a: Place, b: Place): number {
	return b[0] - a[0] || b[1] - a[1];
}

/**
 * Records by id, with lookups by other keys and a stable newest-first order. Records are frozen when they are stored:
 * to change one, store a changed copy (`store.set(id, { ...record, name })`), which keeps the lookups right.
 */
export class RecordStore<T extends StoredRecord> extends Map<string, T> {
	private readonly places = new Map<string, Place>();
	private readonly keysOf: Readonly<Record<string, KeysOf<T>>>;
	private readonly indexes = new Map<string, Map<string, string>>();
	private ordered: T[] | undefined;
	private sequence = 0;

	/**
	 * @param indexes name of an index → the keys of a record in it. Keys are compared without regard to case
	 * @param rankOf what the order goes by, highest first; default the creation time in ms (0 for a record without one)
	 */
	constructor(
		indexes: Readonly<Record<string, KeysOf<T>>> = {},
		private readonly rankOf: (record: T) => number = ({ created_at }) =>
			created_at ? Date.parse(created_at) : 0,
	) {
		super();
		this.keysOf = indexes;
		for (const name of Object.keys(indexes)) this.indexes.set(name, new Map());
	}

	/**
	 * Stores a record, or a changed copy of it, and freezes it. A changed copy keeps its place, unless its rank has
	 * changed.
	 *
	 * @param id of the record, the same as its `id`
	 * @param record not to be changed afterwards
	 * @returns the store
	 */
	override set(id: string, record: T): this {
		const previous = this.get(id);
		if (previous) this.unindex(previous);
		const placeBefore = this.places.get(id);
		const place: Place = [this.rankOf(record), placeBefore ? placeBefore[1] : ++this.sequence];
		if (placeBefore && comparePlaces(placeBefore, place) === 0 && this.ordered) {
			this.ordered[this.positionOf(placeBefore)] = record;
		} else {
			this.ordered = undefined;
		}
		this.places.set(id, place);
		super.set(id, Object.freeze(record));
		for (const [name, index] of this.indexes) {
			for (const key of this.keysOf[name](record)) index.set(key.toLowerCase(), id);
		}
		return this;
	}

	/**
	 * Removes a record with its keys.
	 *
	 * @param id of the record
	 * @returns whether there was one
	 */
	override delete(id: string): boolean {
		const record = this.get(id);
		if (!record) return false;
		this.unindex(record);
		if (this.ordered) this.ordered.splice(this.positionOf(this.placeOf(id)), 1);
		this.places.delete(id);
		return super.delete(id);
	}

	/** Removes all records; the indexes stay, empty. */
	override clear(): void {
		super.clear();
		this.places.clear();
		this.ordered = undefined;
		for (const index of this.indexes.values()) index.clear();
	}

	/**
	 * @param name of an index, as given to the constructor
	 * @param key without regard to case
	 * @returns the record that has this key; when several have it, the one stored last. Undefined for none, and for an
	 * unknown index
	 */
	find(name: string, key: string): T | undefined {
		const id = this.indexes.get(name)?.get(key.toLowerCase());
		return id === undefined ? undefined : this.get(id);
	}

	/** @returns all records, newest first. The array is the store's own: read it, do not change it */
	newestFirst(): readonly T[] {
		this.ordered ??= [...this.values()].sort((a, b) =>
			comparePlaces(this.placeOf(a.id), this.placeOf(b.id)),
		);
		return this.ordered;
	}

	/**
	 * @param id of a stored record
	 * @returns its place in the newest-first order
	 * @throws Error when no record with this id is stored
	 */
	placeOf(id: string): Place {
		const place = this.places.get(id);
		if (!place) throw new Error(`No record "${id}" is stored`);
		return place;
	}

	/**
	 * @param place of a record that is, or was, stored
	 * @returns the index in `newestFirst()` of that record, or of the first one behind it when it is gone
	 */
	positionOf(place: Place): number {
		const records = this.newestFirst();
		let low = 0;
		let high = records.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (comparePlaces(this.placeOf(records[middle].id), place) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private unindex(record: T): void {
		for (const [name, index] of this.indexes) {
			for (const key of this.keysOf[name](record)) {
				if (index.get(key.toLowerCase()) === record.id) index.delete(key.toLowerCase());
			}
		}
	}
}
