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

/** Pylon reads two or more braces alike, and spaces inside them (its page on template variables). */
const PLACEHOLDER = /^\{{2,}\s*([a-z0-9_.]{1,100})\s*\}{2,}$/i;

/** @returns the name of the variable that Pylon should have replaced; undefined when the value is something else */
export function unresolvedVariable(value: unknown): string | undefined {
	return typeof value === 'string' && value.length < 200 ? PLACEHOLDER.exec(value.trim())?.[1] : undefined;
}

/** @returns whether a field holds nothing: what Pylon makes of an unknown or empty variable is not documented */
export function isAbsent(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	return typeof value === 'string' && (value.trim() === '' || unresolvedVariable(value) !== undefined);
}

/** @returns a single value as text; undefined for a list, an object, or nothing */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** @returns the name of a field, as it may stand in a message: short, on one line */
export function quoted(path: string): string {
	const line = path.replace(/\p{C}/gu, '?');
	return `'${line.length > 60 ? `${line.slice(0, 60)}…` : line}'`;
}

/** An ID as Pylon's API takes it (UUIDs; issues also by number): no spaces, and nothing that a URL would take for a folder. */
const ID = /^(?!\.{1,2}$)[^\s\p{C}]{1,200}$/u;

/** @returns the ID that a field holds as text or number; undefined when it holds none */
export function asId(value: unknown): string | undefined {
	const text = typeof value === 'boolean' ? undefined : asText(value);
	return text !== undefined && ID.test(text) ? text : undefined;
}
