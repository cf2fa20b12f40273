import type { ResourceMapperField, ResourceMapperValue } from 'n8n-workflow';

/** What n8n's editor stores of a mapper whose fields were filled in by hand; `schema` is what the mapper loaded. */
export const byHand = (
	value: ResourceMapperValue['value'],
	schema: ResourceMapperField[] = [],
): ResourceMapperValue => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema,
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

/** What it stores where the fields are mapped from the incoming item. */
export const fromItem = (schema: ResourceMapperField[]): ResourceMapperValue => ({
	...byHand(null, schema),
	mappingMode: 'autoMapInputData',
});
