import type { INodeProperties } from 'n8n-workflow';

/** Read by `steps/filter.ts`. */
export const filterJson: INodeProperties = {
	displayName: 'Filter (JSON)',
	name: 'filterJson',
	type: 'json',
	default: '',
	placeholder: 'e.g. {"field":"state","operator":"equals","value":"new"}',
	description:
		'Conditions as JSON. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most. A condition that this search does not know is refused. Empty finds every record.',
};

/** Free text, searched in addition to the filter (openapi.yaml, `SearchIssuesRequest`). */
export const searchText: INodeProperties = {
	displayName: 'Search Text',
	name: 'searchText',
	type: 'string',
	default: '',
	description: 'Free text that the records have to match, in addition to the filter',
	routing: { send: { type: 'body', property: 'search_text' } },
};
