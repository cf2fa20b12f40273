import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** Most characters of a value that a message repeats. */
const LONGEST_SHOWN = 60;

/**
 * A value that cannot be what its parameter asks for. It is the only error that the readers of this folder throw. They know
 * no node: `toOperationError` turns it into the error that n8n shows.
 */
export class WrongInput extends Error {
	/**
	 * @param message names the parameter and says what is wrong with its value
	 * @param description says what to do
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'WrongInput';
	}
}

/** Where an error belongs: the node, and the item if there is one (the editor and the triggers have none). */
export interface ErrorContext {
	getNode: () => INode;
	getItemIndex?: () => number;
}

/**
 * @param value a value that cannot be used
 * @returns the value as JSON, cut to 60 characters, for a message
 */
export function shown(value: unknown): string {
	let text: string;
	try {
		const json = JSON.stringify(value) as string | undefined;
		// JSON has no word for NaN and for a Date that is none.
		text = json === undefined || (json === 'null' && value !== null) ? String(value) : json;
	} catch {
		// JSON has neither circles nor BigInt.
		text = typeof value === 'bigint' ? String(value) : 'an object that cannot be written as JSON';
	}
	return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

/** The advice for a parameter whose expression may have found nothing. */
export const CHECK_EXPRESSION =
	'If it uses an expression, check that the incoming item has the field that the expression reads.';

/** The same for several parameters, of which one has to be filled in. */
export const CHECK_EXPRESSIONS =
	'If they use expressions, check that the incoming item has the fields that the expressions read.';

/**
 * @param displayName the parameter's display name
 * @returns the error for a parameter that needs a value and has none
 */
export const emptyInput = (displayName: string): WrongInput =>
	new WrongInput(`'${displayName}' is empty`, `Fill in '${displayName}'. ${CHECK_EXPRESSION}`);

/**
 * Makes the error that n8n shows for an item, or for the node where there are no items.
 * @param context the context of the item, trigger or editor
 * @param message what is wrong
 * @param description what to do
 * @returns the error
 */
export const operationError = (
	context: ErrorContext,
	message: string,
	description: string,
): NodeOperationError =>
	new NodeOperationError(context.getNode(), message, {
		itemIndex: context.getItemIndex?.(),
		description,
	});

/**
 * @param context the context of the item or trigger
 * @param error what a reader threw, or anything else
 * @returns for a `WrongInput`, the error that n8n shows; anything else as it came
 */
export function toOperationError(context: ErrorContext, error: unknown): unknown {
	return error instanceof WrongInput
		? operationError(context, error.message, error.description)
		: error;
}

/**
 * Reads values for an item or a trigger.
 * @param context the context of the item or trigger
 * @param read calls readers of this folder
 * @returns what `read` returns
 * @throws NodeOperationError where a reader refuses a value; anything else that `read` throws
 */
export function reading<T>(context: ErrorContext, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw toOperationError(context, error);
	}
}
