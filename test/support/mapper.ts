import type { ResourceMapperField, ResourceMapperValue } from 'n8n-workflow';

/**
 * Makes what n8n's editor stores of a mapper whose fields were filled in by hand.
 *
 * @param value of each field, by its ID
 * @param schema what the mapper loaded
 * @returns the value of the parameter
 */
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

/**
 * Makes what n8n's editor stores of a mapper whose fields are mapped from the incoming item.
 *
 * @param schema what the mapper loaded
 * @returns the value of the parameter
 */
export const fromItem = (schema: ResourceMapperField[]): ResourceMapperValue => ({
	...byHand(null, schema),
	mappingMode: 'autoMapInputData',
});
