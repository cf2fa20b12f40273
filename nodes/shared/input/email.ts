import { isBlank, visible } from './blank';
import { decoded } from './decoded';
import { DOMAIN_LABEL } from './domain';
import { readList } from './list';
import { checkText } from './text';
import { CHECK_EXPRESSION, emptyInput, shown, WrongInput } from './wrongInput';

/** What is before the @. The excluded characters are only allowed in quotes, and Pylon's users quote none. */
const LOCAL_PART = '[^\\s@<>()\\[\\]:;,"\\\\]+';

/** Spreadsheets and mail programs put single quotes around an address, which are no part of it. */
const ADDRESS = new RegExp(`^(?![.'])${LOCAL_PART}@${DOMAIN_LABEL}(\\.${DOMAIN_LABEL})+$`, 'u');

/**
 * In characters. No mail can be sent to a longer address (RFC 5321, section 4.5.3.1.3:
 * https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3).
 */
const LONGEST = 254;

/**
 * @param text any text
 * @returns whether it is one email address of the form `a@b.c`, and nothing else
 */
export const isEmail = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);

/** In front of the angle brackets: an address that is more than a part of the name, as in `a@b.c, Name <a@b.c>`. */
const ANOTHER_ADDRESS = /@[^\s,;<>@]*[,;>\n\r]/;

/**
 * @param text an address as people copy it: `a@b.c`, `Name <a@b.c>`, `mailto:a@b.c`
 * @returns only the address; the text without invisible characters when it is none
 */
export function bareEmail(text: string): string {
	const clean = visible(text);
	const found = /<([^<>]*)>$/.exec(clean);
	// Of several addresses, none is the one.
	if (found !== null && ANOTHER_ADDRESS.test(clean.slice(0, found.index))) return clean;
	const inBrackets = found?.[1] ?? clean;
	const [, mailto] = /^\s*mailto:([^?]*)/i.exec(inBrackets) ?? [];
	return visible(mailto === undefined ? inBrackets : decoded(mailto));
}

/**
 * Addresses are compared without regard to case, as mail servers do. A record gets an address in this form too, so that
 * nobody has to know later in which case it was typed. Recipients of a message keep their capitals.
 * @param address one email address
 * @returns the same text for all ways of writing the address
 */
export const emailKey = (address: string): string => address.toLowerCase();

/**
 * @param value `a@b.c`, `Name <a@b.c>` or `mailto:a@b.c`
 * @param displayName the parameter's display name
 * @returns only the address, in the case in which it was written
 * @throws WrongInput when the value is blank or not one address
 */
export function readEmail(value: unknown, displayName: string): string {
	if (isBlank(value)) throw emptyInput(displayName);
	const address = typeof value === 'string' ? bareEmail(value) : '';
	if (isEmail(address)) {
		checkText(address, displayName);
		return address;
	}
	throw new WrongInput(
		`'${displayName}' is not an email address`,
		`It is ${shown(value)}. Write one address like ada@example.com. ${CHECK_EXPRESSION}`,
	);
}

/**
 * Splits a text at separators that are neither in a quoted name nor in angle brackets: `"Example, Ada" <ada@example.com>,
 * bob@example.com`. Reads from the end, since a quote that nobody closes is none.
 */
function splitAddresses(text: string): string[] {
	const entries: string[] = [];
	let end = text.length;
	let isQuoted = false;
	let isInBrackets = false;
	for (let index = end - 1; index >= 0; index--) {
		const character = text.charAt(index);
		if (character === '"') isQuoted = !isQuoted;
		else if (character === '<' || character === '>') isInBrackets = character === '>';
		else if (/[,;\n\r\u0085\u2028\u2029]/.test(character) && !isQuoted && !isInBrackets) {
			entries.push(text.slice(index + 1, end));
			end = index;
		}
	}
	return [...entries, text.slice(0, end)].reverse();
}

/**
 * @param value a list, in any form (see `readList`), of addresses as `readEmail` takes them
 * @param displayName the parameter's display name
 * @returns the addresses, each once without regard to case; none where the value is blank
 * @throws WrongInput when an entry is no email address
 */
export function readEmails(value: unknown, displayName: string): string[] {
	const addresses = readList(value, displayName, { splitText: splitAddresses }).map((entry) => {
		const address = bareEmail(entry);
		if (isEmail(address)) return address;
		throw new WrongInput(
			`'${displayName}' contains something that is not an email address`,
			`It is ${shown(entry)}. Write addresses like ada@example.com, separated by commas.`,
		);
	});
	return [
		...new Map(addresses.reverse().map((address) => [emailKey(address), address])).values(),
	].reverse();
}
