import { beforeSending } from '../../run/operationPlan';
import { bodyOf, shown, wrongInput, type InputContext } from '../values';

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Reads a list however a user wrote it: an array, comma- or line-separated text, or a JSON array as text.
 * @param context of the item
 * @param value of the parameter
 * @param displayName of the parameter
 * @param options `aligned` keeps empty and repeated entries: the list stands beside another one
 * @returns its entries as text, trimmed, without empty and repeated ones
 * @throws NodeOperationError when it or one of its entries is neither text nor number
 */
export function toList(
	context: InputContext,
	value: unknown,
	displayName: string,
	{ aligned = false } = {},
): string[] {
	let entries = value;
	if (typeof value === 'string') {
		const fromJson = value.trim().startsWith('[') ? parsedJson(value) : undefined;
		entries = Array.isArray(fromJson) ? fromJson : value.split(/[,\n]/);
	}
	if (typeof entries === 'number') entries = [entries];
	if (entries === null || entries === undefined) entries = [];
	if (!Array.isArray(entries)) {
		throw wrongInput(
			context,
			`'${displayName}' has to be a list`,
			`It is ${shown(value)}. Write its entries separated by commas, or use an expression that yields an array.`,
		);
	}
	const texts = entries.map((entry: unknown) => {
		if (typeof entry === 'string') return entry.trim();
		if (typeof entry === 'number') return String(entry);
		throw wrongInput(
			context,
			`'${displayName}' has an entry that is neither text nor number`,
			`It is ${shown(entry)}. If the array holds records, let the expression pick their IDs, for example with .map(record => record.id).`,
		);
	});
	return aligned ? texts : [...new Set(texts.filter((text) => text !== ''))];
}

/**
 * `toList` for a field that replaces what was there: a missing value is refused, since a field that an expression does
 * not find must not empty a list. Empty text and an empty array do empty it.
 * @param context of the item
 * @param value of the parameter
 * @param displayName of the parameter
 * @returns see `toList`
 * @throws NodeOperationError when it is missing, too
 */
export function toGivenList(context: InputContext, value: unknown, displayName: string): string[] {
	if (value !== null && value !== undefined) return toList(context, value, displayName);
	throw wrongInput(
		context,
		`'${displayName}' yields nothing`,
		'Check that the incoming item has the field that the expression reads. For an empty list, leave the field empty or let the expression yield [].',
	);
}

/**
 * A `preSend` for a field that holds a list: turns the raw value in the body into an array of text.
 * @param property of the body, e.g. `tags`
 * @param displayName of the parameter
 */
export const listInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = toGivenList(this, body[property], displayName);
	});

/**
 * `listInBody` for a list that must not be empty: a condition must never fall away, and nobody is not somebody.
 * @param property of the body, e.g. `account_ids`
 * @param displayName of the parameter
 */
export const filledListInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const entries = toList(this, body[property], displayName);
		if (entries.length === 0) {
			throw wrongInput(
				this,
				`'${displayName}' is empty`,
				`Fill in '${displayName}', or remove it if it is optional. If it holds an expression, check that the incoming item has the field that the expression reads.`,
			);
		}
		body[property] = entries;
	});
