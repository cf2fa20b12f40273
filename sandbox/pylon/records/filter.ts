/** A node of a search's filter tree; grammar in openapi.yaml, `Filter`. */
export interface FilterNode {
	field?: string;
	operator: string;
	value?: string;
	values?: string[];
	subfilters?: FilterNode[];
}
