import { decodeEntities } from '../htmlEntities';

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Text of an address, a title or an info string: escapes and entities as characters. */
export const unescaped = (text: string): string =>
	decodeEntities(text.replace(ESCAPED, (_, sign: string) => (sign === '&' ? '&amp;' : sign)));

/** An address and what follows it in `[text](address "title")` or in a definition. */
export interface Target {
	address: string;
	title: string;
	/** Behind it. */
	end: number;
}

/** Parentheses inside of each other in an address. */
const MOST_PARENTHESES = 32;

/** Between address and title: white space with one line break at most. */
const SPACE = /[ \t]*(?:\n[ \t]*)?/y;

/** @returns where the white space at `from` ends */
export function behindSpace(text: string, from: number): number {
	SPACE.lastIndex = from;
	return from + (SPACE.exec(text)?.[0].length ?? 0);
}

/** @returns the end of the address at `from`; -1 when there is none */
function endOfAddress(text: string, from: number): number {
	let depth = 0;
	let index = from;
	for (; index < text.length; index++) {
		const sign = text[index];
		if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[index + 1] ?? '')) index++;
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
 * @returns undefined when none is there; it may be empty
 */
export function addressAt(
	text: string,
	from: number,
): { address: string; end: number } | undefined {
	if (text[from] === '<') {
		POINTED.lastIndex = from;
		const found = POINTED.exec(text);
		return found === null
			? undefined
			: { address: unescaped(found[1]), end: from + found[0].length };
	}
	const end = endOfAddress(text, from);
	return end < 0 ? undefined : { address: unescaped(text.slice(from, end)), end };
}

const TITLE_ENDS: Record<string, string> = { '"': '"', "'": "'", '(': ')' };

/**
 * @param text of a paragraph
 * @param from where the title begins, with its quote
 * @returns undefined when none is there
 */
export function titleAt(text: string, from: number): { title: string; end: number } | undefined {
	const last = TITLE_ENDS[text[from] ?? ''];
	if (last === undefined) return undefined;
	for (let index = from + 1; index < text.length; index++) {
		if (text[index] === '\\') index++;
		else if (text[index] === last)
			return { title: unescaped(text.slice(from + 1, index)), end: index + 1 };
		else if (text[index] === '(' && last === ')') return undefined;
	}
	return undefined;
}

/** `(address "title")` at `from`; undefined when it is not there. */
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

/** Signs of an address that stay; anything else is written as `%XX`. */
const UNSAFE = /%(?![0-9a-fA-F]{2})|[^A-Za-z0-9;/?:@&=+$,\-_.!~*'()#%]/gu;

/** @returns the address as it may stand in an attribute */
export const encodedAddress = (address: string): string =>
	address.replace(UNSAFE, (sign) =>
		/\p{Cs}/u.test(sign) ? '%EF%BF%BD' : encodeURIComponent(sign),
	);

/** Whether a customer may be led there: web pages, emails and telephone numbers. Anything else could run in the reader's place. */
export const isSafeAddress = (address: string): boolean =>
	/^(?:https?:\/\/|mailto:|tel:)[^\s]/i.test(address);

/** Whether a picture may come from there. */
export const isSafeImage = (address: string): boolean => /^https?:\/\/[^\s]/i.test(address);

/** @returns an address in a text without the punctuation of the sentence around it */
export function withoutPunctuation(address: string): string {
	let unopened = (address.match(/\)/g)?.length ?? 0) - (address.match(/\(/g)?.length ?? 0);
	let end = address.length;
	for (; end > 0; end--) {
		const last = address[end - 1];
		if (last === ')' && unopened > 0) unopened--;
		else if (!/[?!.,:;*_~"'|]/.test(last)) break;
	}
	return address.slice(0, end);
}
