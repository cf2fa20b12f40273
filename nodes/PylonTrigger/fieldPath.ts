import type { IDataObject } from 'n8n-workflow';
import { customFieldsOf } from '../Pylon/records/simplified/simplifyHelpers';
import { isRecord } from '../shared/client/envelope';
import { isBlank, readReference, trimmed } from '../shared/input';

/** @returns whether a value has a key of its own: nothing of its prototype, and of a list only its entries */
function owns(value: unknown, key: string): value is IDataObject {
	if (typeof value !== 'object' || value === null) return false;
	return (!Array.isArray(value) || /^\d+$/.test(key)) && Object.hasOwn(value, key);
}

/**
 * Finds a field. Names may have dots in them (`account.hubspot.tier` is the slug of one custom field): at each level the
 * longest name is tried first, and the next shorter one where that leads nowhere.
 * @param value parsed from JSON
 * @param path names with dots between them, e.g. `issue.id`; a number picks an entry of a list
 * @returns the field's value, which may be null; undefined when there is no such field
 */
export function findPath(value: unknown, path: string): { value: unknown } | undefined {
	if (owns(value, path)) return { value: value[path] };
	for (
		let end = path.lastIndexOf('.');
		end >= 0;
		end = end === 0 ? -1 : path.lastIndexOf('.', end - 1)
	) {
		const key = path.slice(0, end);
		const found = owns(value, key) ? findPath(value[key], path.slice(end + 1)) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/**
 * @param payload a delivery's payload
 * @param path see `findPath`
 * @returns the field's value; undefined when there is no such field
 */
export const readPath = (payload: IDataObject, path: string): unknown =>
	findPath(payload, path)?.value;

/** A custom field, with or without the key of its value behind its slug. */
const CUSTOM_FIELD = /(?:^|\.)custom_fields\../;

const asPlain = (entry: unknown): unknown => customFieldsOf({ entry: entry as IDataObject }).entry;

/**
 * Finds a field to compare with. Like `findPath`, but gives a custom field's plain value, a text or the list of a
 * multi-select, whether the path ends with the slug or has `.value` or `.values` behind it.
 * @param data a payload, or a record as Pylon or this package writes it
 * @param path see `findPath`
 * @returns the field's value; undefined when there is no such field
 */
export function findField(data: unknown, path: string): { value: unknown } | undefined {
	for (const candidate of [path, path.replace(/\.values?$/, '')]) {
		const entry = CUSTOM_FIELD.test(candidate) ? findPath(data, candidate)?.value : undefined;
		if (owns(entry, 'value') || owns(entry, 'values')) return { value: asPlain(entry) };
	}
	return findPath(data, path);
}

/**
 * @param value a field's value
 * @returns whether it is a text, number, boolean or null, or a list of such; no condition equals anything else
 */
export function isComparable(value: unknown): boolean {
	return Array.isArray(value)
		? value.every((entry) => typeof entry !== 'object' || entry === null)
		: !isRecord(value);
}

/**
 * Pylon reads two or more braces alike, and allows spaces around the name
 * (https://docs.usepylon.com/pylon-docs/platform/triggers/template-variables). What a custom field's slug may contain is not
 * documented, so a name is anything without spaces.
 */
const PLACEHOLDER = /^\{{2,}\s*([^\s{}\p{C}]{1,100})\s*\}{2,}$/u;

/**
 * @param value a field's value
 * @returns the name of the variable that Pylon should have replaced; undefined when the value is anything else than a
 * variable alone
 */
export function unresolvedVariable(value: unknown): string | undefined {
	return typeof value === 'string' && value.length < 200
		? PLACEHOLDER.exec(trimmed(value))?.[1]
		: undefined;
}

/** Its repetitions are bounded, so that no text takes long, however large it is. */
const INSIDE = /\{\{\s{0,20}([^\s{}\p{C}]{1,100})\s{0,20}\}\}/u;

/**
 * @param value a field's value
 * @returns the name of the first thing inside a text that looks like a variable; undefined when there is none
 */
export const variableIn = (value: unknown): string | undefined =>
	typeof value === 'string' ? INSIDE.exec(value)?.[1] : undefined;

/**
 * @param value a field's value
 * @returns whether it counts as no value: null, blank, or a variable that was not replaced. What Pylon writes for an unknown
 * or empty variable is not documented.
 */
export function isAbsent(value: unknown): boolean {
	return isBlank(value) || unresolvedVariable(value) !== undefined;
}

/**
 * @param value a field's value
 * @returns a single value as text, without white space around it; undefined for a list, an object, null, or a number beyond
 * those that JSON.parse reads exactly: two such numbers may have become the same
 */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return trimmed(value);
	if (typeof value === 'number')
		return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
	return typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * @param path the path of a field, or another text of the payload
 * @returns the text in quotes as it may stand in a message: on one line, 60 characters at most
 */
export function quoted(path: string): string {
	const line = path.replace(/\p{C}/gu, '?');
	return `'${line.length > 60 ? `${line.slice(0, 60)}…` : line}'`;
}

/**
 * An ID as Pylon's API takes it (UUIDs; of issues the number too): no spaces, none of the braces of a variable that was
 * replaced in part, and nothing that a URL would take for a folder.
 */
const ID = /^(?!(?:.*(?:[/\\]|%2f|%5c))?\.{1,2}(?:$|[/\\]|%2f|%5c))[^\s{}\p{C}]{1,200}$/iu;

/**
 * @param value a field's value
 * @returns the ID in it, or the number of an issue: a text, also in quotes or inside an address of Pylon's app, or a whole
 * number; undefined when there is none
 */
export function asId(value: unknown): string | undefined {
	if (typeof value === 'number')
		return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
	const text = typeof value === 'string' ? trimmed(value) : '';
	if (!ID.test(text)) return undefined;
	try {
		return readReference(text, 'ID', ['number']).value;
	} catch {
		// The reader throws nothing but that it is no ID.
		return undefined;
	}
}
