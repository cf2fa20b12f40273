import { decodeEntities } from './htmlEntities';

/** A part of HTML: some text, or a tag. */
export type Token =
	| { kind: 'text'; text: string }
	| { kind: 'open'; tag: string; attributes: Record<string, string> }
	| { kind: 'close'; tag: string };

/** Elements whose content is not for reading. */
const UNREAD = new Set(['script', 'style', 'title']);

/** Where the tag ends that begins at `from`; a `>` inside a value in quotes does not count. -1 when it does not end. */
function endOfTag(html: string, from: number): number {
	let quote = '';
	let before = '';
	for (let index = from; index < html.length; index++) {
		const character = html[index];
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '>') {
			return index;
		} else if (before === '=' && (character === '"' || character === "'")) {
			quote = character;
		}
		if (character.trim() !== '') before = character;
	}
	// A quote that nobody closed: the tag ends at the next `>` then.
	return html.indexOf('>', from);
}

const ATTRIBUTE = /(?<![a-zA-Z-])([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

function attributesOf(inside: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name, double, single, bare] of inside.matchAll(ATTRIBUTE)) {
		attributes[name.toLowerCase()] ??= decodeEntities(double ?? single ?? bare).trim();
	}
	return attributes;
}

/** `<ada@example.com>` and `<https://example.com>`, which somebody did not write as HTML. */
const ADDRESS = /^(?:https?:\/\/\S+|[^\s@/]+@[^\s@/]+)$/i;

/** Behind the closing tag of an element that is left out, or the end: as browsers do. */
function behindElement(html: string, tag: string, from: number): number {
	const closing = new RegExp(`</${tag}[\\s>]`, 'gi');
	closing.lastIndex = from;
	const found = closing.exec(html);
	if (found === null) return html.length;
	const end = html.indexOf('>', found.index);
	return end < 0 ? html.length : end + 1;
}

/**
 * Takes HTML apart, also such as no validator likes. Comments, scripts and styles are left out.
 * @param html any text
 * @returns its parts in order, in a time that grows with its length
 */
export function* tokensOf(html: string): Generator<Token> {
	const lastEnd = html.lastIndexOf('>');
	let index = 0;
	let text = '';
	while (index < html.length) {
		const begin = html.indexOf('<', index);
		if (begin < 0 || begin > lastEnd) break;
		text += html.slice(index, begin);
		const isComment = html.startsWith('<!--', begin);
		const end = isComment ? html.indexOf('-->', begin + 4) : endOfTag(html, begin + 1);
		const inside = html.slice(begin + 1, end);
		const isTag = end >= 0 && /^[a-zA-Z/!?]/.test(inside) && !ADDRESS.test(inside);
		if (!isComment && !isTag) {
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
		const [, slash, name] = /^(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/.exec(inside) ?? [];
		const tag = (name ?? '').toLowerCase();
		if (tag === '') continue;
		if (slash === '/') {
			yield { kind: 'close', tag };
		} else if (!UNREAD.has(tag)) {
			yield { kind: 'open', tag, attributes: attributesOf(inside) };
		} else if (!inside.endsWith('/')) {
			index = behindElement(html, tag, index);
		}
	}
	text += html.slice(index);
	if (text !== '') yield { kind: 'text', text: decodeEntities(text) };
}
