import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { filterFieldsOf } from '../Pylon/editor/filterFields';
import { getFilterValuesOf, searchFilterValuesOf } from '../Pylon/editor/filterValues';
import { allTellingErrors } from '../Pylon/editor/listErrors';
import { choices } from './description/triggerOn';
import type { EventChoice } from './pollEvent';

/** The search that finds the chosen event. */
const searchedBy = (context: ILoadOptionsFunctions): EventChoice['filterable'] => {
	const chosen = context.getCurrentNodeParameter('event');
	return choices.find(({ value }) => value === chosen)?.filterable;
};

/** What pickers are filled with. */
export const listSearch = allTellingErrors({
	searchFilterValues: searchFilterValuesOf(searchedBy),
});

/** What drop-downs are filled with. */
export const loadOptions = allTellingErrors({
	/** Fields of the search that finds the chosen event. */
	async getFilterFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const kind = searchedBy(this);
		return kind === undefined ? [] : await filterFieldsOf(kind).call(this);
	},
	getFilterValues: getFilterValuesOf(searchedBy),
});
