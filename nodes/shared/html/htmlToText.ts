import { attributesOf, tokensOf, type Token } from './htmlTokens';
import { TextLines } from './textLines';

/** Most characters of HTML that are read. The largest mails are smaller, except for pictures inside of them. */
const MOST_HTML = 1_000_000;

const CUT = '[Cut here: the message is longer than 1 MB of HTML]';

/** How many line breaks an element makes before and after itself. */
const BREAKS = new Map<string, number>([
	...['blockquote', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'table'].map(
		(tag): [string, number] => [tag, 2],
	),
	...[
		'address',
		'article',
		'aside',
		'dd',
		'div',
		'dt',
		'figure',
		'footer',
		'form',
		'header',
		'li',
		'main',
		'nav',
		'section',
		'tr',
	].map((tag): [string, number] => [tag, 1]),
]);

const bare = (address: string): string =>
	address
		.replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/i, '')
		.replace(/\/$/, '')
		.toLowerCase();

/** The address behind a link's text, unless the text says it already. */
function linkTarget(text: string, href: string): string | undefined {
	if (!/^(https?:|mailto:|tel:)/i.test(href) || bare(text) === bare(href)) return undefined;
	return text === '' ? href : `(${href.replace(/^(mailto|tel):/i, '')})`;
}

function image(attributes: Map<string, string>): string {
	const alt = attributes.get('alt') ?? '';
	// One pixel, to see whether a mail is read.
	if (['width', 'height'].some((side) => ['0', '1'].includes(attributes.get(side) ?? '')))
		return '';
	return alt === '' ? '[Image]' : `[Image: ${alt}]`;
}

/** The number before the first entry of an ordered list. */
function countBefore(attributes: Map<string, string>): number {
	const start = attributes.get('start') ?? '';
	return /^-?\d{1,9}$/.test(start) ? Number(start) - 1 : 0;
}

class Renderer {
	private readonly lines = new TextLines();

	private link: { href: string; text: string } | undefined;

	private cells = 0;

	read(token: Token): void {
		if (token.kind === 'text') {
			if (this.link !== undefined) this.link.text += token.text;
			this.lines.text(token.text);
		} else if (token.kind === 'open') this.open(token.tag, token.source);
		else this.close(token.tag);
	}

	get length(): number {
		return this.lines.length;
	}

	text(): string {
		this.closeLink();
		return this.lines.toString();
	}

	private open(tag: string, source: string): void {
		const { lines } = this;
		lines.breakLine(BREAKS.get(tag) ?? 0);
		switch (tag) {
			case 'a':
				this.closeLink();
				this.openLink(attributesOf(source).get('href'));
				break;
			case 'blockquote':
				lines.quotes++;
				break;
			case 'br':
				lines.addBreak();
				break;
			case 'hr':
				lines.breakLine(1);
				lines.text('---');
				lines.breakLine(1);
				break;
			case 'img':
				lines.text(` ${image(attributesOf(source))} `);
				break;
			case 'li':
				lines.mark(this.entryMark());
				break;
			case 'ol':
			case 'ul':
				lines.breakLine(1);
				lines.lists.push({
					ordered: tag === 'ol',
					count: tag === 'ol' ? countBefore(attributesOf(source)) : 0,
				});
				break;
			case 'pre':
				lines.preformatted++;
				break;
			case 'td':
			case 'th':
				if (this.cells++ > 0) lines.text(' | ');
				break;
			case 'tr':
				this.cells = 0;
				break;
		}
	}

	private close(tag: string): void {
		const { lines } = this;
		if (tag === 'a') this.closeLink();
		if (tag === 'blockquote') lines.quotes = Math.max(0, lines.quotes - 1);
		if (tag === 'ol' || tag === 'ul') {
			lines.lists.pop();
			lines.breakLine(lines.lists.length === 0 ? 2 : 1);
		}
		if (tag === 'li') lines.mark('');
		if (tag === 'pre') lines.preformatted = Math.max(0, lines.preformatted - 1);
		lines.breakLine(BREAKS.get(tag) ?? 0);
	}

	private entryMark(): string {
		const list = this.lines.lists.at(-1);
		if (list === undefined) return '- ';
		list.count++;
		return list.ordered ? `${list.count}. ` : '- ';
	}

	private openLink(href = ''): void {
		if (href !== '') this.link = { href, text: '' };
	}

	private closeLink(): void {
		if (this.link === undefined) return;
		const { href, text } = this.link;
		this.link = undefined;
		const target = linkTarget(text.trim(), href);
		if (target !== undefined) this.lines.text(` ${target}`);
	}
}

/** Cuts HTML without leaving part of a tag, or half a character. */
function cutHtml(html: string): string {
	const cut = html.slice(0, MOST_HTML).replace(/[\uD800-\uDBFF]$/, '');
	const last = cut.lastIndexOf('<');
	const isTag =
		last > cut.lastIndexOf('>') && /^<(?:[a-zA-Z/!?]|$)/.test(cut.slice(last, last + 2));
	return isTag ? cut.slice(0, last) : cut;
}

function isPlainText(html: string): boolean {
	for (const { kind } of tokensOf(html)) if (kind !== 'text') return false;
	return true;
}

/**
 * Turns a message into what a person, or a model, reads: paragraphs and line breaks, lists, `> ` before quoted lines,
 * addresses behind their links, entities as characters; no scripts, styles and comments. Text without any tag keeps its line
 * breaks. Time and memory grow with the length of the HTML, whatever it is. Whatever comes after its first million
 * characters is left out, and the text's last line says so.
 * @param html e.g. `message_html` from Pylon
 * @param enough how many characters the caller needs: a longer text may end anywhere after them; default: the whole text
 * @returns plain text without white space around it
 */
export function htmlToText(html: string, enough = Infinity): string {
	const isCut = html.length > MOST_HTML;
	const read = isCut ? cutHtml(html) : html;
	const renderer = new Renderer();
	if (isPlainText(read)) renderer.read({ kind: 'open', tag: 'pre', source: '' });
	for (const token of tokensOf(read)) {
		if (renderer.length > enough) return renderer.text().trim();
		renderer.read(token);
	}
	const text = renderer.text().trim();
	return isCut ? `${text}\n\n${CUT}`.trim() : text;
}
