import { isBlank } from './blank';
import { isMomentObject } from './moment';
import { checkText } from './text';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** A JSON object. Its keys may be any text, `__proto__` and `constructor` too: look them up with `Object.hasOwn` only. */
export type JsonObject = Record<string, unknown>;

/**
 * @param value anything
 * @returns whether it is an object with keys, neither a list nor null
 */
export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): { json?: unknown; problem?: string } {
	try {
		return { json: JSON.parse(text) };
	} catch (error) {
		return { problem: (error as Error).message };
	}
}

/** @returns whether JSON has no word for the value, and would write null: NaN, or a Date that is none */
const becomesNull = (value: unknown, written: unknown): boolean =>
	typeof written === 'number' ? !Number.isFinite(written) : written === null && value !== null;

/** @returns what keeps the value from being sent as JSON; undefined when nothing does */
function problemOf(json: unknown, displayName: string): WrongInput | undefined {
	try {
		// Walks through all of it; circles and BigInt throw.
		JSON.stringify(json, function (this: JsonObject, key, part: unknown) {
			checkText(key, displayName);
			if (typeof part === 'string') checkText(part, displayName);
			if (!becomesNull(this[key], part)) return part;
			throw new WrongInput(
				`'${displayName}' has a value that cannot be sent`,
				`${key === '' ? 'It' : `'${key}'`} is ${String(this[key])}. Check the expression that calculates it.`,
			);
		});
		return undefined;
	} catch (error) {
		if (error instanceof WrongInput) return error;
		return new WrongInput(
			`'${displayName}' cannot be written as JSON`,
			`${(error as Error).message}. Change the expression that returns it.`,
		);
	}
}

/**
 * @param value JSON text, or what an expression made of it
 * @param displayName the parameter's display name
 * @param example how the JSON can look, for messages
 * @returns what the JSON says; a value that is no text, as it came
 * @throws WrongInput when the value is blank, is no JSON, or contains text that cannot be sent
 */
export function readJson(value: unknown, displayName: string, example: string): unknown {
	if (isBlank(value)) throw emptyInput(displayName);
	const { json, problem } = typeof value === 'string' ? parsed(value) : { json: value };
	if (problem === undefined) {
		const broken = problemOf(json, displayName);
		if (broken === undefined) return json;
		throw broken;
	}
	throw new WrongInput(
		`'${displayName}' is not JSON`,
		`${problem}. It should look like ${example}.`,
	);
}

/**
 * @param value see `readJson`
 * @param displayName the parameter's display name
 * @param example how the JSON can look, for messages
 * @returns the object
 * @throws WrongInput when the value is blank, no JSON, or no object
 */
export function readJsonObject(value: unknown, displayName: string, example: string): JsonObject {
	const json = readJson(value, displayName, example);
	if (isJsonObject(json) && !isMomentObject(json)) return json;
	throw new WrongInput(
		`'${displayName}' has to be a JSON object`,
		`It is ${shown(value)}. It should look like ${example}.`,
	);
}
