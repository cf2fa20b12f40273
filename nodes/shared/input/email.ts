import { isBlank, visible } from './blank';
import { readList } from './list';
import { checkText } from './text';
import { CHECK_EXPRESSION, emptyInput, shown, WrongInput } from './wrongInput';

/** What an address has neither before nor behind the @ unless it is quoted, and Pylon's users quote none. */
const PART = '[^\\s@<>()\\[\\]:;,"\\\\]+';
const ADDRESS = new RegExp(`^(?!\\.)${PART}@${PART}$`);
const DOTTED = /^[^.]+(\.[^.]+)+$/;

/** RFC 5321: longer ones cannot be sent to. */
const LONGEST = 254;

/**
 * @param text any
 * @returns whether it is one email address of the form `a@b.c`, and nothing else
 */
export const isEmail = (text: string): boolean =>
	text.length <= LONGEST && ADDRESS.test(text) && DOTTED.test(text.slice(text.indexOf('@') + 1));

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/**
 * @param text an address as people copy it: `a@b.c`, `Name <a@b.c>`, `mailto:a@b.c`
 * @returns the address alone; the text without invisible signs when it is none
 */
export function bareEmail(text: string): string {
	const clean = visible(text);
	const inBrackets = /<([^<>]*)>$/.exec(clean)?.[1] ?? clean;
	const [, mailto] = /^\s*mailto:([^?]*)/i.exec(inBrackets) ?? [];
	return visible(mailto === undefined ? inBrackets : decoded(mailto));
}

/**
 * Addresses are compared without regard to case, as mail servers do. Where a record gets an address it is written so, too:
 * nobody has to know later with which capitals it was typed in. Recipients of a message keep their capitals.
 * @param address one email address
 * @returns what is the same for all ways of writing it
 */
export const emailKey = (address: string): string => address.toLowerCase();

/**
 * @param value `a@b.c`, `Name <a@b.c>` or `mailto:a@b.c`
 * @param displayName of the parameter
 * @returns the address alone, its capitals as they were written
 * @throws WrongInput when it is blank or not one address
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
 * At separators that stand neither in a quoted name nor in angle brackets: `"Example, Ada" <ada@example.com>, bob@example.com`.
 * Read from the end, since a quote that nobody closes is none.
 */
function splitAddresses(text: string): string[] {
	const entries: string[] = [];
	let end = text.length;
	let isQuoted = false;
	let isInBrackets = false;
	for (let index = end - 1; index >= 0; index--) {
		const character = text[index];
		if (character === '"') isQuoted = !isQuoted;
		else if (character === '<' || character === '>') isInBrackets = character === '>';
		else if (',;\n'.includes(character) && !isQuoted && !isInBrackets) {
			entries.push(text.slice(index + 1, end));
			end = index;
		}
	}
	return [...entries, text.slice(0, end)].reverse();
}

/**
 * @param value a list however written (see `readList`) of addresses as `readEmail` takes them
 * @param displayName of the parameter
 * @returns the addresses, of those that differ only in capitals the first; none where it is blank
 * @throws WrongInput when an entry is no email address
 */
export function readEmails(value: unknown, displayName: string): string[] {
	const addresses = readList(value, displayName, { splitText: splitAddresses }).map((entry) => {
		const address = bareEmail(entry);
		if (isEmail(address)) return address;
		throw new WrongInput(
			`'${displayName}' holds something that is not an email address`,
			`It is ${shown(entry)}. Write addresses like ada@example.com, separated by commas.`,
		);
	});
	return [
		...new Map(addresses.reverse().map((address) => [emailKey(address), address])).values(),
	].reverse();
}
