import { kinds } from '../records';
import { searchedBy } from './filterFields';
import { searchFilterValuesOf } from './filterValues';
import { allTellingErrors } from './listErrors';
import { listSearchOf, type ListSearch } from './listSearch';

/** What pickers are filled with, by the name that their `searchListMethod` gives. */
export const listSearch: Record<string, ListSearch> = allTellingErrors({
	...Object.fromEntries(kinds.map((kind) => [kind.listSearch, listSearchOf(kind)])),
	searchFilterValues: searchFilterValuesOf(searchedBy),
});
