import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { choices } from './description/triggerOn';
import { properties } from './description/properties';
import { editorMethods } from '../shared/description/editorMethods';
import { nameMap } from '../shared/description/nameMap';

/**
 * The trigger that asks Pylon on n8n's schedule. What it polls with is loaded by the first poll
 * (docs/ARCHITECTURE.md#what-is-loaded-when).
 */
export class PylonPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon Polling Trigger',
		name: 'pylonPollingTrigger',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: `={{ ${nameMap(choices)}[$parameter["event"]] }}`,
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
		listSearch: editorMethods(
			['searchFilterValues'],
			async () => (await import('./editor')).listSearch,
		),
		loadOptions: editorMethods(
			['getFilterFields', 'getFilterValues'],
			async () => (await import('./editor')).loadOptions,
		),
	};

	/**
	 * Called by n8n for every poll, and once when somebody tests the node; see `pollPylon`.
	 *
	 * @returns the items that the workflow starts with; null when it does not start
	 */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollPylon } = await import('./poll');
		return await pollPylon(this);
	}
}
