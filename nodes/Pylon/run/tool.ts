import type { IExecuteSingleFunctions, IGetNodeParameterOptions } from 'n8n-workflow';
import { isBlankForModel, isBlankListForModel } from '../../shared/input';
import { isRecord } from '../../shared/client/envelope';

/**
 * @param context the item's context
 * @returns whether an AI model has called the node. For a node that is used as a tool, n8n makes a type of its own, with
 * `Tool` at the end of its name (n8n 2.41, `tool-generation/ai-tools.js`).
 */
export function isToolCall(context: Pick<IExecuteSingleFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}

/**
 * @param value the value of a parameter; of a picker, its `value` counts
 * @returns whether a model has left the parameter out. A model has to give all arguments of a tool, and gives empty text, an
 * empty list or a word for nothing (`isBlankForModel`) where it has nothing to say.
 */
export function isLeftOut(value: unknown): boolean {
	const said = isRecord(value) && '__rl' in value ? value.value : value;
	return isBlankForModel(said) || isBlankListForModel(said);
}

/**
 * @param values parameters, or entries of a collection, by their names
 * @param isOut says of a value whether a model has left it out
 * @returns the object without the entries that a model has left out
 */
export const withoutLeftOut = <T extends Record<string, unknown>>(
	values: T,
	isOut: (value: unknown) => boolean = isLeftOut,
): T => Object.fromEntries(Object.entries(values).filter(([, value]) => !isOut(value))) as T;

/** The names of the collections of optional parameters. */
const COLLECTIONS = new Set(['additionalFields', 'updateFields', 'filters', 'options']);

/**
 * @param context the item's context
 * @returns a context that gives the default for each parameter that a model has left out; the same context when the node is
 * not used as a tool
 */
export function withoutUnsetAiArguments<T extends IExecuteSingleFunctions>(context: T): T {
	if (!isToolCall(context)) return context;
	const read = (name: string, fallback?: unknown, options?: IGetNodeParameterOptions): unknown => {
		const value = context.getNodeParameter(name, fallback, options) as unknown;
		if (COLLECTIONS.has(name) && isRecord(value)) return withoutLeftOut(value);
		const given = options?.rawExpressions
			? (context.getNodeParameter(name, fallback) as unknown)
			: value;
		return fallback !== undefined && isLeftOut(given) ? fallback : value;
	};
	return Object.create(context, { getNodeParameter: { value: read } }) as T;
}
