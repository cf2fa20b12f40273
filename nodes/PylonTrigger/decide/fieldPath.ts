import type { IDataObject } from 'n8n-workflow';

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;

/**
 * Reads a field of a payload.
 * @param payload parsed from JSON
 * @param path names with dots between them, e.g. `issue.id`; a number picks an entry of a list. A field whose own name
 * has dots goes first.
 * @returns the value; undefined when there is none. Only what the payload itself holds, nothing of its prototype.
 */
export function readPath(payload: IDataObject, path: string): unknown {
	if (Object.hasOwn(payload, path)) return payload[path];
	let value: unknown = payload;
	for (const key of path.split('.')) {
		const isKey = Array.isArray(value) ? /^\d+$/.test(key) : true;
		if (!isObject(value) || !isKey || !Object.hasOwn(value, key)) return undefined;
		value = value[key];
	}
	return value;
}

/**
 * Pylon reads two or more braces alike, and spaces around the name (its page on template variables). What a slug of a
 * custom field may hold is not documented, so a name is whatever has no spaces.
 */
const PLACEHOLDER = /^\{{2,}\s*([^\s{}\p{C}]{1,100})\s*\}{2,}$/u;

/** @returns the name of the variable that Pylon should have replaced; undefined when the value is something else */
export function unresolvedVariable(value: unknown): string | undefined {
	return typeof value === 'string' && value.length < 200 ? PLACEHOLDER.exec(value.trim())?.[1] : undefined;
}

/** Bounded, so that no text takes long, however large. */
const INSIDE = /\{\{\s{0,20}([^\s{}\p{C}]{1,100})\s{0,20}\}\}/u;

/** @returns the name of the first thing inside a text that looks like a variable */
export const variableIn = (value: unknown): string | undefined => (typeof value === 'string' ? INSIDE.exec(value)?.[1] : undefined);

/** @returns whether a field holds nothing: what Pylon makes of an unknown or empty variable is not documented */
export function isAbsent(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	return typeof value === 'string' && (value.trim() === '' || unresolvedVariable(value) !== undefined);
}

/**
 * @returns a single value as text; undefined for a list, an object, nothing, or a number beyond what JSON.parse reads
 * digit by digit: two such numbers may have become the same
 */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
	return typeof value === 'boolean' ? String(value) : undefined;
}

/** @returns the name of a field, as it may stand in a message: short, on one line */
export function quoted(path: string): string {
	const line = path.replace(/\p{C}/gu, '?');
	return `'${line.length > 60 ? `${line.slice(0, 60)}…` : line}'`;
}

/**
 * An ID as Pylon's API takes it (UUIDs; issues also by number): no spaces, none of the braces of a variable that was
 * replaced in part, and nothing that a URL would take for a folder.
 */
const ID = /^(?!\.{1,2}$)[^\s{}\p{C}]{1,200}$/u;

/** @returns the ID that a field holds as text or number; undefined when it holds none */
export function asId(value: unknown): string | undefined {
	if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
	const text = typeof value === 'string' ? value.trim() : '';
	return ID.test(text) ? text : undefined;
}
