import type { IExecuteSingleFunctions, IGetNodeParameterOptions } from 'n8n-workflow';
import { isBlankForModel } from '../../shared/input';
import { isRecord } from '../../shared/client/envelope';

/**
 * @param context of the item
 * @returns whether an AI model has called the node. n8n makes another type of a node that is used as a tool, by the same
 * name with `Tool` behind it (n8n 2.41, `tool-generation/ai-tools.js`).
 */
export function isToolCall(context: Pick<IExecuteSingleFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}

/**
 * @param value of a parameter
 * @returns whether a model has left it out: it has to give all arguments that a tool has, and gives empty text or a word for
 * nothing (`isBlankForModel`) for what it has nothing to say to. Of a picker, its value counts.
 */
export function isLeftOut(value: unknown): boolean {
	return isBlankForModel(isRecord(value) && '__rl' in value ? value.value : value);
}

/** @returns the object without what a model has left out */
export const withoutLeftOut = <T extends Record<string, unknown>>(
	values: T,
	isOut: (value: unknown) => boolean = isLeftOut,
): T => Object.fromEntries(Object.entries(values).filter(([, value]) => !isOut(value))) as T;

/** The names that collections of optional parameters have. */
const COLLECTIONS = new Set(['additionalFields', 'updateFields', 'filters', 'options']);

/**
 * @param context of the item
 * @returns one that reads parameters as if nobody had touched those that a model has left out; the same one when the node
 * is not used as a tool
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
