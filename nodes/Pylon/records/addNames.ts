import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';

/** Whose names are looked up one by one ID, and whose by reading the whole list. */
type SearchedKind = 'contact' | 'account';
type ListedKind = 'user' | 'team';

/** What puts records together needs to ask Pylon. */
export interface NameSource {
	/** @returns the whole list; users that are deactivated are among them, since old issues are still theirs */
	list(kind: ListedKind): Promise<IDataObject[]>;
	/**
	 * @param ids at most `MOST_IDS`
	 * @returns the records that Pylon still has
	 */
	byIds(kind: SearchedKind, ids: string[]): Promise<IDataObject[]>;
}

/** Records whose people, account or team can be named. */
export type NamedKind = 'issue' | 'account' | 'message' | 'task';

/** How many IDs one search names. What Pylon takes at most is not documented. */
export const MOST_IDS = 100;

/** The property that says why names could not be looked up, in a record that comes out all the same. */
export const NAMES_ERROR = 'names_error';

/** @returns what is read for the whole list of users or teams; neither has pages (openapi.yaml, `getUsers` and `getTeams`) */
export const listOf = (kind: ListedKind): { template: string; query?: IDataObject } =>
	kind === 'user'
		? { template: '/users', query: { include_deactivated: true } }
		: { template: '/teams' };

/** @returns the search for records by ID (openapi.yaml, `SearchContactsRequest`, `SearchAccountsRequest`) */
export const searchById = (
	kind: SearchedKind,
	values: string[],
): { method: 'POST'; template: string; body: IDataObject } => ({
	method: 'POST',
	template: `/${kind}s/search`,
	body: { filter: { field: 'id', operator: 'in', values } },
});

/** A place in a record that holds a reference by ID, and what it may refer to. */
interface Reference extends Pick<NamedReference, 'kinds'> {
	path: string[];
}

/** An ID, and what it may be of, the likelier first. */
export interface NamedReference {
	id: string;
	kinds: Array<SearchedKind | ListedKind>;
}

/** openapi.yaml, `Issue`, `Account`, `Message` and `Task`. A colleague who opens an issue is its requester as a user, not as a contact. */
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
 * @param kind of the records
 * @param records as Pylon sent them
 * @returns whom and what they refer to, some of them more than once
 */
export const wantedIn = (kind: NamedKind, records: IDataObject[]): NamedReference[] =>
	REFERENCES[kind].flatMap((reference) =>
		records.flatMap((record) => {
			const id = idAt(record, reference);
			return id === undefined ? [] : [{ id, kinds: reference.kinds }];
		}),
	);

/** A copy of the record in which the object at a path has more properties; what Pylon itself said there is not lost. */
function withPart(record: IDataObject, [key, ...rest]: string[], more: IDataObject): IDataObject {
	const part = record[key] as IDataObject;
	if (rest.length > 0) return { ...record, [key]: withPart(part, rest, more) };
	const filled = Object.entries(more).map(([name, value]) => [name, value ?? part[name] ?? null]);
	return { ...record, [key]: { ...part, ...Object.fromEntries(filled) } };
}

/** The first address of a contact or user; Pylon has it as `email`, and all of them as `emails` (openapi.yaml, `Contact`). */
export const emailOf = ({ email, emails }: IDataObject): string | null =>
	[email, ...(Array.isArray(emails) ? emails : [])].find(
		(one): one is string => typeof one === 'string' && one !== '',
	) ?? null;

/**
 * Puts names and email addresses beside the IDs in issues, accounts, messages and tasks, in which Pylon writes people, accounts and
 * teams as `{ id }` alone (docs/pylon-api-notes.md#people). What it has found, or not found, it remembers: one
 * instance serves all items of a run.
 */
export class Names {
	private readonly found = new Map<string, IDataObject | null>();

	private readonly lists = new Map<ListedKind, Promise<void>>();

	constructor(private readonly source: NameSource) {}

	/**
	 * @param kind of the records
	 * @param records as Pylon sent them; not changed
	 * @returns copies with the names that were looked up, see `put`
	 * @throws what the source throws
	 */
	async addTo(kind: NamedKind, records: IDataObject[]): Promise<IDataObject[]> {
		await this.lookUp(wantedIn(kind, records));
		return this.put(kind, records);
	}

	/** @returns whether all of them were looked up, even if Pylon does not have them any more */
	knowsAll(references: NamedReference[]): boolean {
		return references.every((one) => this.kindLeft(one) === undefined);
	}

	/** @returns what was found of an ID; undefined when nothing was, or it was not looked up */
	record({
		id,
		kinds,
	}: NamedReference): { kind: SearchedKind | ListedKind; record: IDataObject } | undefined {
		const kind = kinds.find((one) => this.get(one, id));
		const record = kind && this.get(kind, id);
		return kind && record ? { kind, record } : undefined;
	}

	/**
	 * @param kind of the records
	 * @param records as Pylon sent them; not changed
	 * @returns copies in which requester, assignee, account, owner, team and author have `name`, people `email` too, and a requester
	 * `type` (`contact` or `user`); all of these are null for what Pylon does not have any more, and what is not looked up
	 */
	put(kind: NamedKind, records: IDataObject[]): IDataObject[] {
		const references = REFERENCES[kind];
		return records.map((record) =>
			references.reduce((named, reference) => {
				const id = idAt(record, reference);
				return id === undefined
					? named
					: withPart(named, reference.path, this.namesOf(id, reference));
			}, record),
		);
	}

	/** The likeliest kind that an ID was not looked up as yet; undefined once it is found, or found to be of none. */
	private kindLeft({ id, kinds }: NamedReference): SearchedKind | ListedKind | undefined {
		return kinds.some((kind) => this.get(kind, id))
			? undefined
			: kinds.find((kind) => this.get(kind, id) === undefined);
	}

	/**
	 * Looks up what is not known yet: the likeliest kind of all first, and only what is left as the next one.
	 * @param references the same ID may be among them more than once
	 * @throws what the source throws, once all other kinds were asked for too; what was found stays known
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
