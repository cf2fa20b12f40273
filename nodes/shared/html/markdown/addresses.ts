import { decodeEntities } from '../htmlEntities';

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/**
 * @param text the source of an address, a title or an info string
 * @returns the text with escapes and entities as characters
 */
export const unescaped = (text: string): string =>
	decodeEntities(text.replace(ESCAPED, (_, sign: string) => (sign === '&' ? '&amp;' : sign)));

/** An address and what follows it in `[text](address "title")` or in a definition. */
export interface Target {
	address: string;
	title: string;
	/** The position behind it in the text. */
	end: number;
}

/** Most levels of parentheses in an address. */
const MOST_PARENTHESES = 32;

/** Between address and title: white space with at most one line break. */
const SPACE = /[ \t]*(?:\n[ \t]*)?/y;

/**
 * @param text of a paragraph
 * @param from a position in it
 * @returns the position behind the white space at `from`; `from` itself when there is none
 */
export function behindSpace(text: string, from: number): number {
	SPACE.lastIndex = from;
	return from + (SPACE.exec(text)?.[0].length ?? 0);
}

/** @returns the end of the address at `from`; -1 when there is none */
function endOfAddress(text: string, from: number): number {
	let depth = 0;
	let index = from;
	for (; index < text.length; index++) {
		const sign = text.charAt(index);
		if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(index + 1))) index++;
		else if (sign <= ' ') break;
		else if (sign === '(' && ++depth > MOST_PARENTHESES) return -1;
		else if (sign === ')' && --depth < 0) break;
	}
	return depth > 0 ? -1 : index;
}

const POINTED = /<((?:[^<>\n\\]|\\.)*)>/y;

/**
 * @param text of a paragraph
 * @param from where the address begins
 * @returns the address, which may be empty, and the position behind it; undefined when none is there
 */
export function addressAt(
	text: string,
	from: number,
): { address: string; end: number } | undefined {
	if (text[from] === '<') {
		POINTED.lastIndex = from;
		const [source, address = ''] = POINTED.exec(text) ?? [];
		return source === undefined
			? undefined
			: { address: unescaped(address), end: from + source.length };
	}
	const end = endOfAddress(text, from);
	return end < 0 ? undefined : { address: unescaped(text.slice(from, end)), end };
}

const TITLE_ENDS: Record<string, string> = { '"': '"', "'": "'", '(': ')' };

/**
 * @param text of a paragraph
 * @param from where the title begins, with its quote
 * @returns the title, and the position behind it; undefined when none is there
 */
export function titleAt(text: string, from: number): { title: string; end: number } | undefined {
	const last = TITLE_ENDS[text.charAt(from)];
	if (last === undefined) return undefined;
	for (let index = from + 1; index < text.length; index++) {
		if (text[index] === '\\') index++;
		else if (text[index] === last)
			return { title: unescaped(text.slice(from + 1, index)), end: index + 1 };
		else if (text[index] === '(' && last === ')') return undefined;
	}
	return undefined;
}

/**
 * Reads `(address "title")`.
 * @param text of a paragraph
 * @param from the position of the opening parenthesis
 * @returns address and title; undefined when they are not there
 */
export function targetAt(text: string, from: number): Target | undefined {
	const address = addressAt(text, behindSpace(text, from + 1));
	if (address === undefined) return undefined;
	const behind = behindSpace(text, address.end);
	const title = behind > address.end ? titleAt(text, behind) : undefined;
	const end = behindSpace(text, title?.end ?? behind);
	return text[end] === ')'
		? { address: address.address, title: title?.title ?? '', end: end + 1 }
		: undefined;
}

/** Characters that must not stay in an address; each is written as `%XX`. */
const UNSAFE = /%(?![0-9a-fA-F]{2})|[^A-Za-z0-9;/?:@&=+$,\-_.!~*'()#%]/gu;

/**
 * @param address as the message has it, with entities as characters
 * @returns the address percent-encoded where it has to be, as HTML's attributes need it
 */
export const encodedAddress = (address: string): string =>
	address.replace(UNSAFE, (sign) =>
		/\p{Cs}/u.test(sign) ? '%EF%BF%BD' : encodeURIComponent(sign),
	);

/**
 * @param address of a link
 * @returns whether a customer may be led there: web pages, emails and telephone numbers. Any other address could run code in
 * the reader's browser.
 */
export const isSafeAddress = (address: string): boolean =>
	/^(?:https?:\/\/|mailto:|tel:)[^\s]/i.test(address);

/**
 * @param address of a picture
 * @returns whether the picture may be loaded from there
 */
export const isSafeImage = (address: string): boolean => /^https?:\/\/[^\s]/i.test(address);

/**
 * @param address as it was found in a sentence
 * @returns the address without the sentence's punctuation at its end
 */
export function withoutPunctuation(address: string): string {
	let unopened = (address.match(/\)/g)?.length ?? 0) - (address.match(/\(/g)?.length ?? 0);
	let end = address.length;
	for (; end > 0; end--) {
		const last = address.charAt(end - 1);
		if (last === ')' && unopened > 0) unopened--;
		else if (!/[?!.,:;*_~"'|]/.test(last)) break;
	}
	return address.slice(0, end);
}
