import type { INodeProperties } from 'n8n-workflow';
import type { LoadSlots } from '../../run/operationPlan';
import type { Filterable } from './filterable';
import { conditions, match } from './searchConditions';

const filterMode: INodeProperties = {
	displayName: 'Filter',
	name: 'filterMode',
	type: 'options',
	noDataExpression: true,
	default: 'conditions',
	description: 'How to enter the filter',
	options: [
		{ name: 'Conditions', value: 'conditions', description: 'Field, operator and value' },
		{ name: 'JSON', value: 'json', description: "A filter in the format of Pylon's API" },
	],
};

const filterJson: INodeProperties = {
	displayName: 'Filter (JSON)',
	name: 'filterJson',
	type: 'json',
	default: '',
	placeholder: 'e.g. {"field":"state","operator":"equals","value":"new"}',
	description:
		'Conditions as JSON, such as {"field":"state","operator":"equals","value":"new"}. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most. Unknown conditions are refused.',
	displayOptions: { show: { filterMode: ['json'] } },
};

/**
 * Keeps a JSON filter that was given without the mode: n8n drops parameters that are not shown, and the search would find
 * everything.
 */
const unusedFilterJson: INodeProperties = {
	displayName: 'Filter (JSON)',
	name: 'filterJson',
	type: 'hidden',
	default: '',
	displayOptions: { show: { filterMode: ['conditions'] } },
};

const shownForConditions = { show: { filterMode: ['conditions'] } };

/** The filter of a search, which `parameters/filter/filter.ts` reads; all searches share these objects. */
export const filterFields: INodeProperties[] = [
	filterMode,
	{ ...match, displayOptions: shownForConditions },
	{ ...conditions, displayOptions: shownForConditions },
	filterJson,
	unusedFilterJson,
];

/**
 * The slots of a search with `filterFields`: see `filterSlots`, which is loaded when a search runs.
 * @param filterable what the search can filter by
 * @returns what the operation declares
 */
export const filtering = (filterable: Filterable): { load: LoadSlots } => ({
	load: async () => (await import('./filter')).filterSlots(filterable),
});
