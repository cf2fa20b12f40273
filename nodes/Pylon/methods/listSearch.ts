import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { kinds } from '../records';
import type { RecordKind } from '../records/kind';
import { displayNameOf } from '../transport/path';
import { askPylon } from './editorRequest';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** Pages that may be asked for before a list without a match so far is shown. */
const MOST_PAGES = 10;

const contains = (label: string, search: string): boolean =>
	label.toLocaleLowerCase('en').includes(search.toLocaleLowerCase('en'));

/** The value of another parameter of the node, as it stands in the editor. */
const otherParameter = (context: ILoadOptionsFunctions) => (name: string): string => {
	const value = context.getCurrentNodeParameter(name, { extractValue: true }) as unknown;
	if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return String(value).trim();
	const displayName = displayNameOf(name);
	throw new NodeOperationError(
		context.getNode(),
		`Choose '${displayName}' first. If it holds an expression, run the node before this one, or name the record by its ID.`,
	);
};

/**
 * The list of a record picker: one request for its first page. What the user types is looked for by Pylon where the
 * endpoint can, else in the labels.
 * @param kind of the records
 * @returns the `listSearch` method. It throws a NodeOperationError with a sentence when Pylon gives no list.
 */
export function listSearchOf(kind: RecordKind): ListSearch {
	const { list, label, valueIn = ({ id }: IDataObject) => String(id) } = kind;
	return async function (filter, paginationToken) {
		const search = filter?.trim() || undefined;
		const { template, path = template, method = 'GET', qs, body } = list.query(search, otherParameter(this));
		const place = method === 'GET' ? 'qs' : 'body';
		const results: INodeListSearchResult['results'] = [];
		let cursor = paginationToken;
		for (let pages = 0; pages < MOST_PAGES; pages++) {
			const page: IDataObject = {
				...(list.pageSize > 0 ? { limit: list.pageSize } : {}),
				...(cursor === undefined ? {} : { cursor }),
			};
			const answer = await askPylon(this, {
				path,
				method,
				qs,
				body,
				...(Object.keys(page).length > 0 ? { [place]: { ...(place === 'qs' ? qs : body), ...page } } : {}),
				// Of one record by its number: nothing found is not a failed list.
				noneWhenMissing: search !== undefined,
			});
			cursor = list.pageSize > 0 ? answer.cursor : undefined;
			for (const record of answer.records) {
				const name = label(record) || valueIn(record);
				if (list.searchedByPylon || search === undefined || contains(name, search)) {
					results.push({ name, value: valueIn(record) });
				}
			}
			if (results.length > 0 || cursor === undefined) break;
		}
		if (list.pageSize === 0) results.sort((one, other) => one.name.localeCompare(other.name, 'en'));
		return { results, ...(cursor === undefined ? {} : { paginationToken: cursor }) };
	};
}

/** What record pickers are filled with, by the name that their `searchListMethod` gives. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	kinds.map((kind) => [kind.listSearch, listSearchOf(kind)]),
);
