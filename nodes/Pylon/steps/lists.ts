import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { beforeSending } from '../transport/plan';
import { bodyOf, shown, wrongInput } from './values';

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
 * @returns its entries as text, trimmed, without empty and repeated ones
 * @throws NodeOperationError when it or one of its entries is neither text nor number
 */
export function toList(context: IExecuteSingleFunctions, value: unknown, displayName: string): string[] {
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
	return [...new Set(texts.filter((text) => text !== ''))];
}

/**
 * A `preSend` for a field that holds a list: turns the raw value in the body into an array of text.
 * @param property of the body, e.g. `tags`
 * @param displayName of the parameter
 */
export const listInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = toList(this, body[property], displayName);
	});
