import {
	NodeConnectionTypes,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { filterFieldsOf, type Filtered } from '../Pylon/editor/filterFields';
import { getFilterValuesOf, searchFilterValuesOf } from '../Pylon/editor/filterValues';
import { allTellingErrors } from '../Pylon/editor/listErrors';
import { events } from './events';
import { pollPylon } from './poll';
import { properties } from './description/properties';

/** What the chosen event is found by. */
const searchedBy = (context: ILoadOptionsFunctions): Filtered | undefined => {
	const chosen = context.getCurrentNodeParameter('event');
	return events.find(({ value }) => value === chosen)?.filterable;
};

export class PylonPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon Polling Trigger',
		name: 'pylonPollingTrigger',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["event"] }}',
		description: 'Asks Pylon regularly, and starts the workflow for what is new or has changed',
		defaults: { name: 'Pylon Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pylonApi', required: true }],
		properties,
	};

	methods = {
		listSearch: allTellingErrors({ searchFilterValues: searchFilterValuesOf(searchedBy) }),
		loadOptions: allTellingErrors({
			/** Fields of the search by which the chosen event is found. */
			async getFilterFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const kind = searchedBy(this);
				return kind === undefined ? [] : await filterFieldsOf(kind).call(this);
			},
			getFilterValues: getFilterValuesOf(searchedBy),
		}),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollPylon(this);
	}
}
