import { decodeEntities } from './htmlEntities';

/** A part of HTML: some text, or a tag. `source` is what stands between `<` and `>` (see `attributesOf`). */
export type Token =
	| { kind: 'text'; text: string }
	| { kind: 'open'; tag: string; source: string }
	| { kind: 'close'; tag: string };

/** Elements whose content is not meant to be read. */
const UNREAD = new Set(['script', 'style', 'title']);

/** The character behind the `<` of a tag, a comment or an instruction; before any other, `<` is text. */
const BEGINS_TAG = /[a-zA-Z/!?]/;

const NAME = /^(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/;

/**
 * `<ada@example.com>` and `<https://example.com>`, which are not meant as HTML. No further `<` may be in it, so that what
 * turns out to be text is read only once more.
 */
const ADDRESS = /^(?:https?:\/\/[^\s<]+|[^\s@/<]+@[^\s@/<]+)$/i;

/** Where the tag ends that begins at `from`, or -1 when it does not end; a `>` inside a quoted value does not count. */
function endOfTag(html: string, from: number): number {
	let quote = '';
	let before = '';
	for (let index = from; index < html.length; index++) {
		const character = html.charAt(index);
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '>') {
			return index;
		} else if (before === '=' && (character === '"' || character === "'")) {
			quote = character;
		}
		if (character.trim() !== '') before = character;
	}
	return -1;
}

/** The place behind the closing tag of an element that is left out; without a closing tag, the end of the HTML, as in browsers. */
function behindElement(html: string, tag: string, from: number): number {
	const closing = new RegExp(`</${tag}[\\s>]`, 'gi');
	closing.lastIndex = from;
	const found = closing.exec(html);
	if (found === null) return html.length;
	const end = html.indexOf('>', found.index);
	return end < 0 ? html.length : end + 1;
}

const ATTRIBUTE = /(?<![a-zA-Z-])([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/**
 * @param source an opening tag, without `<` and `>`
 * @returns its attributes that have a value, by their names in lower case; of two with one name, the first
 */
export function attributesOf(source: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = '', double, single, bare = ''] of source.matchAll(ATTRIBUTE)) {
		const key = name.toLowerCase();
		if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare).trim());
	}
	return attributes;
}

/**
 * Splits HTML into parts, even HTML that no validator accepts. Comments, scripts and styles are left out.
 * @param html any text
 * @returns its parts in order, in a time that grows with its length: no character is read more than a few times
 */
export function* tokensOf(html: string): Generator<Token> {
	const lastEnd = html.lastIndexOf('>');
	// A text with an unclosed quote is read to its end once: from then on, any `>` ends a tag.
	let quotesCount = true;
	const endFrom = (from: number): number => {
		const end = quotesCount ? endOfTag(html, from) : -1;
		if (end >= 0) return end;
		quotesCount = false;
		return html.indexOf('>', from);
	};
	let index = 0;
	let text = '';
	while (index < html.length) {
		const begin = html.indexOf('<', index);
		if (begin < 0 || begin > lastEnd) break;
		text += html.slice(index, begin);
		const isComment = html.startsWith('<!--', begin);
		// `<!-->` is a comment too, an empty one.
		const end = isComment
			? html.indexOf('-->', begin + 2)
			: BEGINS_TAG.test(html[begin + 1] ?? '')
				? endFrom(begin + 1)
				: -1;
		const source = html.slice(begin + 1, Math.max(begin + 1, end));
		if (!isComment && (end < 0 || ADDRESS.test(source))) {
			text += '<';
			index = begin + 1;
			continue;
		}
		if (text !== '') yield { kind: 'text', text: decodeEntities(text) };
		text = '';
		if (isComment) {
			index = end < 0 ? html.length : end + 3;
			continue;
		}
		index = end + 1;
		const [, slash, name] = NAME.exec(source) ?? [];
		const tag = (name ?? '').toLowerCase();
		if (tag === '') continue;
		if (slash === '/') {
			yield { kind: 'close', tag };
		} else if (!UNREAD.has(tag)) {
			yield { kind: 'open', tag, source };
		} else if (!source.endsWith('/')) {
			index = behindElement(html, tag, index);
		}
	}
	text += html.slice(index);
	if (text !== '') yield { kind: 'text', text: decodeEntities(text) };
}
