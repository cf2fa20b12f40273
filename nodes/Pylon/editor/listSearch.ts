import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import type { RecordKind, RecordList, Through } from '../records/recordKind';
import { ConcurrencyLimiter } from '../run/concurrencyLimiter';
import { withPage } from '../../shared/client/pages';
import { askPylon, type EditorPage } from '../../shared/client/editorClient';
import { idIfChosen, parentIn } from './parent';

/** A method that fills the list of a picker, page by page. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** How many pages are read at most to fill a list that is too short. */
const MOST_PAGES = 10;

/**
 * With so many matches, no further page is read. The editor reads on by itself where a list is too short to be scrolled, but
 * not while something is typed: matches on later pages could not be reached then (n8n-editor-ui 2.41,
 * `ResourceLocatorDropdown`).
 */
const ENOUGH_MATCHES = 10;

/** How many records are read at once where each takes a request of its own. */
const READ_AT_ONCE = 5;

const contains = (label: string, search: string): boolean =>
	label.toLocaleLowerCase('en').includes(search.toLocaleLowerCase('en'));

const idOf = ({ id }: IDataObject): string => fieldText(id);

async function parentOf(
	context: ILoadOptionsFunctions,
	{ within, narrowedBy }: RecordList,
): Promise<string> {
	if (within !== undefined) return await parentIn(context, within);
	return narrowedBy === undefined ? '' : idIfChosen(context, narrowedBy);
}

/** One page of a list; `cursor` leads to the next one, which may be the next part. */
async function pageOf(
	context: ILoadOptionsFunctions,
	{ list }: RecordKind,
	search?: string,
	token?: string,
): Promise<EditorPage> {
	const { parts, pageSize } = list;
	const part = parts === undefined ? undefined : (token ?? parts[0]);
	const of = part ?? (await parentOf(context, list));
	const query = list.query(search, of);
	const cursor = part === undefined ? token : undefined;
	const page =
		pageSize > 0 && !query.one
			? { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }
			: {};
	const answer = await askPylon(context, { ...withPage(query, page), one: query.one });
	const next = parts === undefined ? answer.cursor : parts[parts.indexOf(String(part)) + 1];
	return {
		records: answer.records,
		app: answer.app,
		...(next === undefined || (parts === undefined && pageSize === 0) ? {} : { cursor: next }),
	};
}

/**
 * Where a list goes on. Of records that others refer to, it also has those that were listed already, since many refer to the
 * same one.
 */
interface Position {
	cursor?: string;
	seen: Set<string>;
}

/** The editor keeps a position as a text. */
const readPosition = ({ list }: RecordKind, token?: string): Position => {
	if (list.through === undefined || token === undefined) return { cursor: token, seen: new Set() };
	const [cursor, ...seen] = JSON.parse(token) as string[];
	return { cursor, seen: new Set(seen) };
};

const writePosition = ({ list }: RecordKind, cursor: string, seen: Set<string>): string =>
	list.through === undefined ? cursor : JSON.stringify([cursor, ...seen]);

/** The records that others refer to, in their order; deleted ones are left out. */
async function readThrough(
	context: ILoadOptionsFunctions,
	{ idIn, query }: Through,
	others: IDataObject[],
	seen: Set<string>,
) {
	const ids = new Set(
		others
			.map(idIn)
			.filter((id): id is string => typeof id === 'string' && id !== '' && !seen.has(id)),
	);
	const limiter = new ConcurrencyLimiter(READ_AT_ONCE, true);
	const read = async (id: string) => {
		seen.add(id);
		return await limiter.run(async () => (await askPylon(context, query(id))).records);
	};
	return (await Promise.all([...ids].map(read))).flatMap((records) => records ?? []);
}

/**
 * Makes the list of a record picker: one request for its first page, and one for each record where Pylon has no list of
 * them. Pylon searches for what the user types where the endpoint can; otherwise the node searches the labels.
 * @param kind the kind of the records
 * @returns the `listSearch` method. It throws a NodeOperationError with a sentence when Pylon gives no list.
 */
export function listSearchOf(kind: RecordKind): ListSearch {
	const { list, label, url, valueIn = idOf } = kind;
	return async function (filter, paginationToken) {
		const search = filter?.trim() || undefined;
		const isSearchedHere = search !== undefined && !list.searchedByPylon;
		const results: INodeListSearchResult['results'] = [];
		const { seen, ...start } = readPosition(kind, paginationToken);
		let { cursor } = start;
		for (let pages = 0; pages < MOST_PAGES; pages++) {
			const page = await pageOf(this, kind, search, cursor);
			cursor = page.cursor;
			const records =
				list.through === undefined
					? page.records
					: await readThrough(this, list.through, page.records, seen);
			for (const record of records) {
				if (list.only?.(record) === false) continue;
				// A record without an ID cannot be picked.
				if (valueIn(record) === '') continue;
				const name = label(record) || valueIn(record);
				if (isSearchedHere && !contains(name, search)) continue;
				const address = url?.(record, page.app);
				results.push({
					name,
					value: valueIn(record),
					...(address === undefined ? {} : { url: address }),
				});
			}
			if (results.length >= (isSearchedHere ? ENOUGH_MATCHES : 1) || cursor === undefined) break;
		}
		if (list.oldestFirst) results.reverse();
		else if (list.pageSize === 0)
			results.sort((one, other) => one.name.localeCompare(other.name, 'en'));
		return {
			results,
			...(cursor === undefined ? {} : { paginationToken: writePosition(kind, cursor, seen) }),
		};
	};
}
