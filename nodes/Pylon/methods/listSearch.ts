import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { kinds } from '../records';
import type { RecordKind, RecordQuery } from '../records/kind';
import { askPylon, type EditorPage } from './editorRequest';
import { parentIn } from './parent';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** Pages that may be asked for before a list without a match so far is shown. */
const MOST_PAGES = 10;

const contains = (label: string, search: string): boolean =>
	label.toLocaleLowerCase('en').includes(search.toLocaleLowerCase('en'));

const idIn = ({ id }: IDataObject): string => String(id);

/** One page of a list; `cursor` leads to the next one, be it of the endpoint or the next part. */
async function pageOf(context: ILoadOptionsFunctions, { list }: RecordKind, search?: string, token?: string): Promise<EditorPage> {
	const { parts, within, pageSize } = list;
	const part = parts === undefined ? undefined : (token ?? parts[0]);
	const of = part ?? (within === undefined ? '' : await parentIn(context, within));
	const { template, path = template, method = 'GET', qs, body, one }: RecordQuery = list.query(search, of);
	const cursor = part === undefined ? token : undefined;
	const page = pageSize > 0 && !one ? { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) } : {};
	const answer = await askPylon(context, {
		path,
		method,
		qs: method === 'GET' ? { ...qs, ...page } : qs,
		body: method === 'GET' ? body : { ...body, ...page },
		one,
	});
	const next = parts === undefined ? answer.cursor : parts[parts.indexOf(String(part)) + 1];
	return { records: answer.records, ...(next === undefined || (parts === undefined && pageSize === 0) ? {} : { cursor: next }) };
}

/**
 * The list of a record picker: one request for its first page. What the user types is looked for by Pylon where the
 * endpoint can, else in the labels.
 * @param kind of the records
 * @returns the `listSearch` method. It throws a NodeOperationError with a sentence when Pylon gives no list.
 */
export function listSearchOf(kind: RecordKind): ListSearch {
	const { list, label, valueIn = idIn } = kind;
	return async function (filter, paginationToken) {
		const search = filter?.trim() || undefined;
		const results: INodeListSearchResult['results'] = [];
		let cursor = paginationToken;
		for (let pages = 0; pages < MOST_PAGES; pages++) {
			const page = await pageOf(this, kind, search, cursor);
			cursor = page.cursor;
			for (const record of page.records) {
				if (list.only?.(record) === false) continue;
				const name = label(record) || valueIn(record);
				if (list.searchedByPylon || search === undefined || contains(name, search)) {
					results.push({ name, value: valueIn(record) });
				}
			}
			if (results.length > 0 || cursor === undefined) break;
		}
		if (list.oldestFirst) results.reverse();
		else if (list.pageSize === 0) results.sort((one, other) => one.name.localeCompare(other.name, 'en'));
		return { results, ...(cursor === undefined ? {} : { paginationToken: cursor }) };
	};
}

/** What record pickers are filled with, by the name that their `searchListMethod` gives. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	kinds.map((kind) => [kind.listSearch, listSearchOf(kind)]),
);
