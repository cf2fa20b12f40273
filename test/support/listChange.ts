import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

/** What the editor stores for a list that is changed. */
export const changed = (
	mode: 'add' | 'remove' | 'replace',
	values: NodeParameterValueType,
): INodeParameters => ({
	change: { mode, values } as INodeParameters,
});

export const added = (values: NodeParameterValueType) => changed('add', values);
export const removed = (values: NodeParameterValueType) => changed('remove', values);
export const replaced = (values: NodeParameterValueType) => changed('replace', values);
