import {
	NodeConnectionTypes,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { filterFieldsOf } from '../Pylon/editor/filterFields';
import { events } from './events';
import { pollPylon } from './poll';
import { properties } from './description/properties';

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
		loadOptions: {
			/** Fields of the search by which the chosen event is found. */
			async getFilterFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const chosen = this.getCurrentNodeParameter('event');
				const filterable = events.find(({ value }) => value === chosen)?.filterable;
				return filterable === undefined ? [] : await filterFieldsOf(filterable).call(this);
			},
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollPylon(this);
	}
}
