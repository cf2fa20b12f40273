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
import { nameMap } from '../shared/description/nameMap';

/** The search that finds the chosen event. */
const searchedBy = (context: ILoadOptionsFunctions): Filtered | undefined => {
	const chosen = context.getCurrentNodeParameter('event');
	return events.find(({ value }) => value === chosen)?.filterable;
};

/** The trigger that asks Pylon on n8n's schedule. */
export class PylonPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon Polling Trigger',
		name: 'pylonPollingTrigger',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: `={{ ${nameMap(events)}[$parameter["event"]] }}`,
		description:
			'Checks Pylon on a schedule, and starts the workflow for issues, messages, contacts, accounts and survey responses that are new or have changed',
		defaults: { name: 'Pylon Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pylonApi', required: true }],
		builderHint: {
			searchHint:
				"Starts for new or changed issues, new messages, accounts, contacts and survey responses in Pylon, checked on a schedule. Needs only the API token, no webhook. Conditions under 'Filter' are checked by Pylon, so no Filter node is needed after it.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-pylon.pylonTrigger',
					relationHint: 'The same without delay, by a webhook that is set up in Pylon',
				},
				{
					nodeType: 'n8n-nodes-pylon.pylon',
					relationHint: "Works with the record in 'issue', 'account' or 'contact' of the item",
				},
			],
		},
		properties,
	};

	methods = {
		listSearch: allTellingErrors({ searchFilterValues: searchFilterValuesOf(searchedBy) }),
		loadOptions: allTellingErrors({
			/** Fields of the search that finds the chosen event. */
			async getFilterFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const kind = searchedBy(this);
				return kind === undefined ? [] : await filterFieldsOf(kind).call(this);
			},
			getFilterValues: getFilterValuesOf(searchedBy),
		}),
	};

	/**
	 * Called by n8n for every poll, and once when somebody tests the node; see `pollPylon`.
	 *
	 * @returns the items that the workflow starts with; null when it does not start
	 */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollPylon(this);
	}
}
