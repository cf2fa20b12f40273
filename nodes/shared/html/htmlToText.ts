import { tokensOf, type Token } from './htmlTokens';

/** How many line breaks an element puts before and behind itself. */
const BREAKS = new Map<string, number>([
	...['blockquote', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'table'].map((tag): [string, number] => [tag, 2]),
	...['address', 'article', 'aside', 'dd', 'div', 'dt', 'figure', 'footer', 'form', 'header', 'li', 'main', 'nav', 'section', 'tr'].map(
		(tag): [string, number] => [tag, 1],
	),
]);

/** What nobody sees: soft hyphens and the fillers that mail programs put behind a preview. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]|\u034F/g;

const MOST_QUOTES = 5;

/** Writes lines: collapses white space, keeps blank lines to one, and sets quotes, bullets and indents before them. */
class Lines {
	out = '';

	quotes = 0;

	/** Numbers of the open lists' last entries, the innermost last; 0 and below for a list with bullets. */
	readonly lists: Array<{ ordered: boolean; count: number }> = [];

	preformatted = 0;

	private breaks = 0;

	private space = false;

	private marker = '';

	/** Of preformatted text, whose line begins behind a tag. */
	private indent = '';

	private quotesBefore = 0;

	/** @param count 1 for a new line, 2 for a blank line in between; two in a row do not add up */
	breakLine(count: number): void {
		if (count === 0) return;
		this.breaks = Math.max(this.breaks, count);
		this.space = false;
		this.indent = '';
	}

	/** A `<br>`: several of them do add up, to one blank line. */
	addBreak(): void {
		this.breaks = Math.min(2, this.breaks + 1);
		this.space = false;
		this.indent = '';
	}

	mark(marker: string): void {
		this.marker = marker;
	}

	text(text: string): void {
		const visible = text.replace(INVISIBLE, '');
		if (this.preformatted > 0) {
			visible.split(/\r\n|\r|\n/).forEach((line, index) => {
				if (index > 0) this.addBreak();
				if (line.trim() !== '') this.write(line.trimEnd());
				else if (index > 0) this.indent = line;
				this.space = /\S\s+$/.test(line);
			});
			return;
		}
		visible.split(/\s+/).forEach((word, index) => {
			if (index > 0) this.space = true;
			if (word !== '') this.write(word);
		});
	}

	private write(text: string): void {
		const isFirst = this.out === '';
		if (isFirst || this.breaks > 0) {
			const shared = this.prefix(Math.min(this.quotes, this.quotesBefore)).trimEnd();
			if (!isFirst) this.out += this.breaks > 1 ? `\n${shared}\n` : '\n';
			const inLists = '  '.repeat(Math.max(0, this.lists.length - 1));
			const inEntry = this.lists.length > 0 && this.marker === '' ? '  ' : '';
			this.out += this.prefix(this.quotes) + inLists + inEntry + this.marker + this.indent;
			this.marker = '';
			this.indent = '';
			this.breaks = 0;
			this.quotesBefore = this.quotes;
		} else if (this.space) {
			this.out += ' ';
		}
		this.space = false;
		this.out += text;
	}

	private prefix(quotes: number): string {
		return '> '.repeat(Math.min(MOST_QUOTES, quotes));
	}
}

const bare = (address: string): string => address.replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/i, '').replace(/\/$/, '').toLowerCase();

/** The address behind a link's text, unless the text says it already. */
function linkTarget(text: string, href: string): string | undefined {
	if (!/^(https?:|mailto:|tel:)/i.test(href) || bare(text) === bare(href)) return undefined;
	return text === '' ? href : `(${href.replace(/^(mailto|tel):/i, '')})`;
}

function image({ alt = '', width, height }: Record<string, string>): string {
	// One pixel, to see whether a mail is read.
	if (['0', '1'].includes(width) || ['0', '1'].includes(height)) return '';
	return alt === '' ? '[Image]' : `[Image: ${alt}]`;
}

class Renderer {
	private readonly lines = new Lines();

	private link: { href: string; text: string } | undefined;

	private cells = 0;

	read(token: Token): void {
		if (token.kind === 'text') {
			if (this.link !== undefined) this.link.text += token.text;
			this.lines.text(token.text);
		} else if (token.kind === 'open') this.open(token.tag, token.attributes);
		else this.close(token.tag);
	}

	text(): string {
		this.closeLink();
		return this.lines.out;
	}

	private open(tag: string, attributes: Record<string, string>): void {
		const { lines } = this;
		lines.breakLine(BREAKS.get(tag) ?? 0);
		switch (tag) {
			case 'a':
				this.closeLink();
				if (attributes.href) this.link = { href: attributes.href, text: '' };
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
				lines.text(` ${image(attributes)} `);
				break;
			case 'li':
				lines.mark(this.entryMark());
				break;
			case 'ol':
			case 'ul':
				lines.breakLine(1);
				lines.lists.push({ ordered: tag === 'ol', count: Number(attributes.start ?? 1) - 1 || 0 });
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

	private closeLink(): void {
		if (this.link === undefined) return;
		const { href, text } = this.link;
		this.link = undefined;
		const target = linkTarget(text.trim(), href);
		if (target !== undefined) this.lines.text(` ${target}`);
	}
}

/**
 * Makes of a message what a person, or a model, reads: paragraphs and line breaks, lists, `> ` before what is quoted,
 * addresses behind their links, entities as characters; no scripts, styles and comments. Text without any tag keeps its
 * line breaks.
 * @param html e.g. `message_html` of Pylon
 * @returns plain text without white space around it
 */
export function htmlToText(html: string): string {
	const renderer = new Renderer();
	const tokens = [...tokensOf(html)];
	if (tokens.every(({ kind }) => kind === 'text')) renderer.read({ kind: 'open', tag: 'pre', attributes: {} });
	for (const token of tokens) renderer.read(token);
	return renderer.text().trim();
}
