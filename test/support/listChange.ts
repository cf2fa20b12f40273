import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

/**
 * Makes what the editor stores for a list that is changed.
 *
 * @param mode what is done with the values
 * @param values as the list's own parameter has them
 * @returns parameters
 */
export const changed = (
	mode: 'add' | 'remove' | 'replace',
	values: NodeParameterValueType,
): INodeParameters => ({
	change: { mode, values } as INodeParameters,
});

/**
 * @param values to be added to the list
 * @returns parameters
 */
export const added = (values: NodeParameterValueType) => changed('add', values);
/**
 * @param values to be taken off the list
 * @returns parameters
 */
export const removed = (values: NodeParameterValueType) => changed('remove', values);
/**
 * @param values that take the place of the list
 * @returns parameters
 */
export const replaced = (values: NodeParameterValueType) => changed('replace', values);
