import { isBlank, visible } from './blank';
import { readList } from './list';
import { checkText } from './text';
import { emptyInput, shown, WrongInput } from './wrongInput';

/** A second address behind the first one: the parser would take both for one, and drop a line break between them. */
const SECOND_URL = /[\s,;]https?:\/\//i;

const toUrl = (text: string): URL | undefined =>
	/^https?:\/\/[^\s/]/i.test(text) && !SECOND_URL.test(text) && URL.canParse(text)
		? new URL(text)
		: undefined;

/**
 * @param value an address that begins with https:// or http://
 * @param displayName the parameter's display name
 * @returns the address
 * @throws WrongInput when the value is blank or no address of the web
 */
export function readUrl(value: unknown, displayName: string): URL {
	if (isBlank(value)) throw emptyInput(displayName);
	const text = typeof value === 'string' ? visible(value) : '';
	checkText(text, displayName);
	const url = toUrl(text);
	if (url !== undefined) return url;
	throw new WrongInput(
		`'${displayName}' is not a URL`,
		`It is ${shown(value)}. A URL starts with https:// (or http://). Enter one URL only.`,
	);
}

/**
 * Separators between addresses. A comma or semicolon inside of an address does not end it. The look-behind lets each run of
 * separators be tried once: from each of its positions, a long one would take its length squared.
 */
const BETWEEN_URLS = /(?<![\s,;])[\s,;]+(?=https?:\/\/)|[,;]\s*$/i;

/**
 * @param value a list of addresses in any form (see `readList`)
 * @param displayName the parameter's display name
 * @returns the addresses; none where the value is blank
 * @throws WrongInput when an entry is no address of the web
 */
export function readUrls(value: unknown, displayName: string): string[] {
	return readList(value, displayName, {
		splitText: (text) => text.split(BETWEEN_URLS),
	}).map((entry) => {
		const url = toUrl(visible(entry));
		// In text, a space may be what is left of a separator.
		if (url !== undefined && (Array.isArray(value) || !/\s/.test(entry))) return url.href;
		throw new WrongInput(
			`'${displayName}' contains something that is not a URL`,
			`It is ${shown(entry)}. Each URL starts with https:// (or http://).`,
		);
	});
}
