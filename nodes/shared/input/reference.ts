import { isBlank, visible } from './blank';
import { isDomain, readDomain } from './domain';
import { bareEmail, readEmail } from './email';
import { readList } from './list';
import { checkText, readText } from './text';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** How a reference names its record. */
export type ReferenceKind = 'id' | 'number' | 'email' | 'domain' | 'externalId';

/** A reference that has been read and checked. */
export interface Reference {
	by: ReferenceKind;
	value: string;
}

/** The hosts of Pylon's app, by region. */
const APP_HOSTS = new Set(['app.usepylon.com', 'app.eu.usepylon.com']);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** People copy IDs with the quotes of JSON, of a table or of a chat. */
const QUOTED = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’|„(.*)[“”]|«(.*)»)$/s;

const unquoted = (text: string): string => {
	const found = QUOTED.exec(text)
		?.slice(1)
		.find((inner) => inner !== undefined);
	return found === undefined ? text : visible(found);
};

const ANY_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const APP_ADDRESS = /^app\.(eu\.)?usepylon\.com\//i;

/** @returns whether the text is an address, and so no ID */
const isAddress = (text: string): boolean => ANY_ADDRESS.test(text) || APP_ADDRESS.test(text);

/**
 * @param text an address, with or without https://
 * @param names how such a record can be named besides its ID
 * @returns what an address of Pylon's app names: an issue's number, or the ID at its end; undefined when it names neither
 */
export function referenceInAddress(
	text: string,
	names: readonly ReferenceKind[] = [],
): Reference | undefined {
	const address = ANY_ADDRESS.test(text) ? text : `https://${text}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url !== undefined && APP_HOSTS.has(url.hostname)) {
		const number = url.searchParams.get('issueNumber');
		if (number !== null && /^\d+$/.test(number) && names.includes('number'))
			return { by: 'number', value: number };
		const inPath = url.pathname.split('/').filter((part) => UUID.test(part));
		const inQuery = [...url.searchParams.values()].filter((part) => UUID.test(part));
		const id = inPath.at(-1) ?? (inQuery.length === 1 ? inQuery[0] : undefined);
		if (id !== undefined && number === null) return { by: 'id', value: id };
	}
	return undefined;
}

function inAddress(text: string, displayName: string, names: readonly ReferenceKind[]): Reference {
	const read = referenceInAddress(text, names);
	if (read !== undefined) return read;
	throw new WrongInput(
		`'${displayName}' is a URL that does not belong to such a record`,
		`It is ${shown(text)}. You can use URLs of Pylon's app that end in the ID${names.includes('number') ? ' or have the issueNumber' : ''}. Enter only the ID in '${displayName}'.`,
	);
}

/**
 * Refuses `.` and `..`, percent-encoded or not: a URL parser takes them for "here" and "one level up", so that another
 * endpoint would answer.
 */
function checkPathPart(text: string, displayName: string): void {
	if (text.split(/[/\\]|%2f|%5c/i).some((part) => /^(\.|%2e){1,2}$/i.test(part))) {
		throw new WrongInput(
			`'${displayName}' cannot be '${text}'`,
			`Enter the ID of a record in '${displayName}'.`,
		);
	}
	// It cannot be percent-encoded.
	if (/\p{Cs}/u.test(text)) {
		throw new WrongInput(
			`'${displayName}' contains a broken character`,
			`The text was cut in the middle of a character before it reached this node. Enter the ID of a record in '${displayName}'.`,
		);
	}
}

/** A whole record, or a list of IDs, as text. */
const IN_BRACKETS = /^(?:\[.*\]|\{.*\})$/s;

function toText(value: unknown, displayName: string): string {
	if (isBlank(value)) throw emptyInput(displayName);
	const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
	if (typeof value !== 'string' && !isNumber) {
		const found = Array.isArray(value)
			? `a list with ${value.length} entries`
			: typeof value === 'object'
				? 'an object'
				: shown(value);
		throw new WrongInput(
			`'${displayName}' has to be a single ID`,
			`It is ${found}. Enter only the ID in '${displayName}', as text or number.`,
		);
	}
	const text = unquoted(visible(String(value)));
	if (isBlank(text)) throw emptyInput(displayName);
	checkText(text, displayName);
	if (IN_BRACKETS.test(text)) {
		throw new WrongInput(
			`'${displayName}' has to be a single ID`,
			`It is ${shown(text)}. Enter only the ID in '${displayName}', without brackets.`,
		);
	}
	checkPathPart(text, displayName);
	return text;
}

/**
 * Reads what names a record, and finds out in which way.
 * @param value ID (also in quotes, or inside an address of Pylon's app), or one of `names`
 * @param displayName the parameter's display name
 * @param names how such a record can be named besides its ID, where the name can be told from an ID: `number`, `email`,
 * `domain`
 * @returns in which way the value names the record, and only the ID or name
 * @throws WrongInput when the value is blank, is another address, or can be neither an ID nor one of `names`
 */
export function readReference(
	value: unknown,
	displayName: string,
	names: readonly ReferenceKind[] = [],
): Reference {
	const text = toText(value, displayName);
	if (isAddress(text)) return inAddress(text, displayName, names);
	if (names.includes('email') && text.includes('@'))
		return { by: 'email', value: readEmail(text, displayName) };
	const number = names.includes('number') ? /^#?(\d+)$/.exec(text)?.[1] : undefined;
	if (number !== undefined) return { by: 'number', value: number };
	if (names.includes('domain') && isDomain(text))
		return { by: 'domain', value: readDomain(text, displayName) };
	return { by: 'id', value: text };
}

/**
 * Reads an ID of something that has no other name.
 * @param value see `readReference`
 * @param displayName the parameter's display name
 * @returns only the ID
 * @throws WrongInput see `readReference`
 */
export const readId = (value: unknown, displayName: string): string =>
	readReference(value, displayName).value;

/**
 * Reads IDs of things that have no other name.
 * @param value a list, in any form (see `readList`), of IDs as `readId` takes them
 * @param displayName the parameter's display name
 * @returns the IDs, each once; none where the value is blank
 * @throws WrongInput when an entry cannot be an ID
 */
export const readIds = (value: unknown, displayName: string): string[] => [
	...new Set(readList(value, displayName).map((entry) => readId(entry, displayName))),
];

/**
 * Reads what names a record in the way that the user has chosen.
 * @param value the value of the parameter
 * @param displayName the parameter's display name
 * @param by the chosen way
 * @returns only the name: the digits of a number, the address of an email, a domain as `readDomain` returns it
 * @throws WrongInput when the value is blank or no such name
 */
export function readReferenceBy(value: unknown, displayName: string, by: ReferenceKind): string {
	if (by === 'externalId') {
		// Another system may use anything for an ID, addresses too.
		const text = readText(value, displayName);
		checkPathPart(text, displayName);
		return text;
	}
	const text = toText(value, displayName);
	if (by === 'email') return readEmail(bareEmail(text), displayName);
	if (by === 'domain') return readDomain(text, displayName);
	if (by === 'id') return readId(text, displayName);
	const read = readReference(text, displayName, ['number']);
	if (read.by === 'number') return read.value;
	throw new WrongInput(
		`'${displayName}' is not a number`,
		`It is ${shown(value)}. Write it like 1042 or #1042.`,
	);
}
