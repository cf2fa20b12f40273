import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** Longest part of a value that a message repeats. */
const LONGEST_SHOWN = 60;

/**
 * A value that cannot be what its parameter asks for. The readers of this folder throw it, and nothing else.
 * They know no node: `toOperationError` makes of it the error that n8n shows.
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

/** Where an error is told: the node, and the item if there is one (the editor and the triggers have none). */
export interface ErrorContext {
	getNode: () => INode;
	getItemIndex?: () => number;
}

/**
 * @param value that cannot be used
 * @returns it as JSON, cut to 60 characters, for a message
 */
export function shown(value: unknown): string {
	let text: string;
	try {
		text = JSON.stringify(value) ?? String(value);
	} catch {
		// JSON has neither circles nor BigInt.
		text = typeof value === 'bigint' ? String(value) : 'an object that cannot be written as JSON';
	}
	return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

/** The advice for a parameter whose expression may have found nothing. */
export const CHECK_EXPRESSION =
	'If it holds an expression, check that the incoming item has the field that the expression reads.';

/**
 * @param displayName of the parameter
 * @returns the error of a parameter that needs a value and has none
 */
export const emptyInput = (displayName: string): WrongInput =>
	new WrongInput(`'${displayName}' is empty`, `Fill in '${displayName}'. ${CHECK_EXPRESSION}`);

/**
 * @param context of the item, or of a trigger
 * @param error what a reader threw, or anything else
 * @returns the error that n8n shows for the item; anything but a `WrongInput` as it came
 */
export function toOperationError(context: ErrorContext, error: unknown): unknown {
	if (!(error instanceof WrongInput)) return error;
	return new NodeOperationError(context.getNode(), error.message, {
		itemIndex: context.getItemIndex?.(),
		description: error.description,
	});
}

/**
 * Reads values for an item.
 * @param context of the item, or of a trigger
 * @param read calls readers of this folder
 * @returns what `read` returns
 * @throws NodeOperationError of the item, where a reader refuses a value
 */
export function reading<T>(context: ErrorContext, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw toOperationError(context, error);
	}
}
