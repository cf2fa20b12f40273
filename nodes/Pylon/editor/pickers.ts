import { kinds } from '../records';
import { searchedBy } from './filterFields';
import { searchFilterValuesOf } from './filterValues';
import { allTellingErrors } from './listErrors';
import { listSearchOf, type ListSearch } from './listSearch';

/** The methods that fill pickers, by the name in `searchListMethod`. */
export const listSearch: Record<string, ListSearch> = allTellingErrors({
	...Object.fromEntries(kinds.map((kind) => [kind.listSearch, listSearchOf(kind)])),
	searchFilterValues: searchFilterValuesOf(searchedBy),
});
