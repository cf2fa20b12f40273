import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';

/** Kinds whose names are searched for by ID, and kinds whose whole list is read. */
type SearchedKind = 'contact' | 'account';
type ListedKind = 'user' | 'team';

/** Asks Pylon for records to take names from. */
export interface NameSource {
	/** @returns the whole list of users or teams; it includes deactivated users, since old issues are still theirs */
	list(kind: ListedKind): Promise<IDataObject[]>;
	/** @returns the records that Pylon still has; `ids` are at most `MOST_IDS` */
	byIds(kind: SearchedKind, ids: string[]): Promise<IDataObject[]>;
}

/** Records whose people, accounts or teams can be named. */
export type NamedKind = 'issue' | 'account' | 'message' | 'task';

/** How many IDs one search asks for. Pylon does not document how many it takes. */
export const MOST_IDS = 100;

/** The property that says why names could not be looked up, in a record that is returned nevertheless. */
export const NAMES_ERROR = 'names_error';

/**
 * @param kind users or teams
 * @returns the request for the whole list, which has no pages (openapi.yaml, `getUsers` and `getTeams`)
 */
export const listOf = (kind: ListedKind): { template: string; query?: IDataObject } =>
	kind === 'user'
		? { template: '/users', query: { include_deactivated: true } }
		: { template: '/teams' };

/**
 * @param kind contacts or accounts
 * @param values IDs, at most `MOST_IDS`
 * @returns the search for these records (openapi.yaml, `SearchContactsRequest`, `SearchAccountsRequest`)
 */
export const searchById = (
	kind: SearchedKind,
	values: string[],
): { method: 'POST'; template: string; body: IDataObject } => ({
	method: 'POST',
	template: `/${kind}s/search`,
	body: { filter: { field: 'id', operator: 'in', values } },
});

/** A place in a record with a reference by ID, and the kinds that it may refer to. */
interface Reference extends Pick<NamedReference, 'kinds'> {
	path: [string, ...string[]];
}

/** An ID, and the kinds that it may belong to, the likelier first. */
export interface NamedReference {
	id: string;
	kinds: Array<SearchedKind | ListedKind>;
}

/** From openapi.yaml (`Issue`, `Account` …). A colleague who opens an issue is its requester as a user, not as a contact. */
const REFERENCES: Record<NamedKind, Reference[]> = {
	issue: [
		{ path: ['requester'], kinds: ['contact', 'user'] },
		{ path: ['assignee'], kinds: ['user'] },
		{ path: ['account'], kinds: ['account'] },
		{ path: ['team'], kinds: ['team'] },
	],
	account: [{ path: ['owner'], kinds: ['user'] }],
	message: [
		{ path: ['author', 'user'], kinds: ['user'] },
		{ path: ['author', 'contact'], kinds: ['contact'] },
	],
	task: [
		{ path: ['assignee', 'user'], kinds: ['user'] },
		{ path: ['assignee', 'contact'], kinds: ['contact'] },
		{ path: ['account'], kinds: ['account'] },
	],
};

const isListed = (kind: SearchedKind | ListedKind): kind is ListedKind =>
	kind === 'user' || kind === 'team';

const at = (record: IDataObject, path: string[]): unknown =>
	path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), record);

function idAt(record: IDataObject, { path }: Reference): string | undefined {
	const referred = at(record, path);
	return isRecord(referred) && typeof referred.id === 'string' && referred.id !== ''
		? referred.id
		: undefined;
}

/**
 * @param kind the kind of the records
 * @param records as Pylon sent them
 * @returns what they refer to, in part more than once
 */
export const referencesIn = (kind: NamedKind, records: IDataObject[]): NamedReference[] =>
	REFERENCES[kind].flatMap((reference) =>
		records.flatMap((record) => {
			const id = idAt(record, reference);
			return id === undefined ? [] : [{ id, kinds: reference.kinds }];
		}),
	);

/** Copies the record, with more properties in the object at a path; values from Pylon itself are not lost. */
function withPart(record: IDataObject, path: Reference['path'], more: IDataObject): IDataObject {
	const [key, next, ...rest] = path;
	const part = record[key] as IDataObject;
	if (next !== undefined) return { ...record, [key]: withPart(part, [next, ...rest], more) };
	const filled = Object.entries(more).map(([name, value]) => [name, value ?? part[name] ?? null]);
	return { ...record, [key]: { ...part, ...Object.fromEntries(filled) } };
}

/**
 * @param record a contact or user, with `email` for the first address and `emails` for all (openapi.yaml, `Contact`)
 * @returns the first address; null when there is none
 */
export const emailOf = ({ email, emails }: IDataObject): string | null =>
	[email, ...(Array.isArray(emails) ? emails : [])].find(
		(one): one is string => typeof one === 'string' && one !== '',
	) ?? null;

/**
 * Puts names and email addresses beside the IDs in issues, accounts, messages and tasks, in which Pylon writes people,
 * accounts and teams only as `{ id }` (docs/pylon-api-notes.md#people). Remembers what it has found, or not found, so that
 * one instance serves all items of a run.
 */
export class Names {
	private readonly found = new Map<string, IDataObject | null>();

	private readonly lists = new Map<ListedKind, Promise<void>>();

	constructor(private readonly source: NameSource) {}

	/**
	 * @param kind the kind of the record
	 * @param record as Pylon sent it; not changed
	 * @returns a copy with the names, which are looked up first; see `put`
	 * @throws what the source throws
	 */
	async addTo(kind: NamedKind, record: IDataObject): Promise<IDataObject> {
		await this.lookUp(referencesIn(kind, [record]));
		return this.put(kind, record);
	}

	/**
	 * @param references from `referencesIn`
	 * @returns whether all of them have been looked up, even if Pylon no longer has them
	 */
	knowsAll(references: NamedReference[]): boolean {
		return references.every((one) => this.kindLeft(one) === undefined);
	}

	/** @returns the record with an ID; undefined when none was found, or the ID was not looked up */
	record({
		id,
		kinds,
	}: NamedReference): { kind: SearchedKind | ListedKind; record: IDataObject } | undefined {
		const kind = kinds.find((one) => this.get(one, id));
		const record = kind && this.get(kind, id);
		return kind && record ? { kind, record } : undefined;
	}

	/**
	 * @param kind the kind of the record
	 * @param record as Pylon sent it; not changed
	 * @returns a copy in which requester, assignee, account, owner, team and author have `name`, people `email` too, and a
	 * requester `type` (`contact` or `user`); all of these are null where nothing was found or looked up
	 */
	put(kind: NamedKind, record: IDataObject): IDataObject {
		return REFERENCES[kind].reduce((named, reference) => {
			const id = idAt(record, reference);
			return id === undefined
				? named
				: withPart(named, reference.path, this.namesOf(id, reference));
		}, record);
	}

	/** The likeliest kind for which an ID has not been looked up yet; undefined once it is found, or belongs to none. */
	private kindLeft({ id, kinds }: NamedReference): SearchedKind | ListedKind | undefined {
		return kinds.some((kind) => this.get(kind, id))
			? undefined
			: kinds.find((kind) => this.get(kind, id) === undefined);
	}

	/**
	 * Looks up what is not known yet: all IDs as their likeliest kind first, and only the rest as the next one.
	 * @param references the same ID may be among them more than once
	 * @throws what the source throws, after all other kinds have been looked up too; what was found stays known
	 */
	async lookUp(references: NamedReference[]): Promise<void> {
		for (;;) {
			const left = new Map<SearchedKind | ListedKind, Set<string>>();
			for (const one of references) {
				const kind = this.kindLeft(one);
				if (kind !== undefined) left.set(kind, (left.get(kind) ?? new Set()).add(one.id));
			}
			if (left.size === 0) return;
			const failures: unknown[] = [];
			for (const [kind, ids] of left)
				await this.lookUpOf(kind, [...ids]).catch((error: unknown) => failures.push(error));
			if (failures.length > 0) throw failures[0];
		}
	}

	private async lookUpOf(kind: SearchedKind | ListedKind, ids: string[]): Promise<void> {
		if (isListed(kind)) await this.readList(kind);
		else await this.search(kind, ids);
		for (const id of ids)
			if (this.get(kind, id) === undefined) this.found.set(`${kind} ${id}`, null);
	}

	private get(kind: string, id: string): IDataObject | null | undefined {
		return this.found.get(`${kind} ${id}`);
	}

	private keep(kind: string, records: IDataObject[]): void {
		for (const record of records)
			if (typeof record.id === 'string') this.found.set(`${kind} ${record.id}`, record);
	}

	private async readList(kind: ListedKind): Promise<void> {
		const reading =
			this.lists.get(kind) ?? this.source.list(kind).then((records) => this.keep(kind, records));
		this.lists.set(kind, reading);
		// Who asks after a failure tries again.
		await reading.catch((error: unknown) => {
			this.lists.delete(kind);
			throw error;
		});
	}

	private async search(kind: SearchedKind, ids: string[]): Promise<void> {
		for (let start = 0; start < ids.length; start += MOST_IDS) {
			this.keep(kind, await this.source.byIds(kind, ids.slice(start, start + MOST_IDS)));
		}
	}

	private namesOf(id: string, { kinds }: Reference): IDataObject {
		const { kind, record } = this.record({ id, kinds }) ?? {};
		const isPerson = kinds.includes('contact') || kinds.includes('user');
		return {
			name: typeof record?.name === 'string' ? record.name : null,
			...(isPerson && { email: record === undefined ? null : emailOf(record) }),
			...(kinds.length > 1 && { type: kind ?? null }),
		};
	}
}
