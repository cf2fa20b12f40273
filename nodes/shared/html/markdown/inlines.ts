import { escapeHtml } from '../escapeHtml';
import { decodeEntities } from '../htmlEntities';
import { encodedAddress, targetAt, withoutPunctuation } from './addresses';
import { codeSpanEnds } from './codeSpans';
import { emphasise, toRun, type Piece, type Run, type Sign } from './emphasis';
import { normalised } from './references';
import {
	type Setting,
	type Bracket,
	PLAIN,
	BARE_LINK,
	POINTED_LINK,
	POINTED_EMAIL,
	ENTITY,
	LABEL,
	ESCAPABLE,
} from './inlineSyntax';

class InlineParser {
	private readonly pieces: Piece[] = [];

	/** Plain text that the next text is added to. */
	private growing: Piece | undefined;

	private readonly runs: Run[] = [];

	private readonly brackets: Bracket[] = [];

	/** How many brackets are outside of a link that was found, and so can only be pictures. */
	private unlinkable = 0;

	private position = 0;

	private readonly endsOfCode: (from: number, length: number) => number;

	constructor(
		private readonly text: string,
		private readonly setting: Setting,
	) {
		this.endsOfCode = codeSpanEnds(text);
	}

	parse(): string {
		while (this.position < this.text.length) this.next();
		emphasise(this.runs);
		return this.pieces.map(({ html }) => html).join('');
	}

	private next(): void {
		const { text, position } = this;
		const sign = text.charAt(position);
		switch (sign) {
			case '\\':
				return this.escape(text.charAt(position + 1));
			case '`':
				return this.code();
			case '*':
			case '_':
			case '~':
				return this.run(sign);
			case '!':
				return text[position + 1] === '[' ? this.open(true) : this.plain('!');
			case '[':
				return this.open(false);
			case ']':
				return this.close();
			case '<':
				return this.pointed();
			case '&':
				return this.plain(this.match(ENTITY)?.[0] ?? '&', true);
			case '\n':
				return this.lineBreak();
			case 'h':
			case 'H':
				return this.bareLink();
			default:
				return this.plain(this.match(PLAIN)?.[0] ?? sign);
		}
	}

	private match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.position;
		return pattern.exec(this.text);
	}

	private add(html: string, plain: string, isLink = false): void {
		this.pieces.push({ html, plain, isLink });
	}

	private plain(source: string, hasEntities = false): void {
		const html = escapeHtml(hasEntities ? decodeEntities(source) : source);
		this.position += source.length;
		const last = this.pieces.at(-1);
		if (last === undefined || last !== this.growing) {
			this.add(html, html);
			this.growing = this.pieces.at(-1);
			return;
		}
		last.html += html;
		last.plain += html;
	}

	private escape(next: string): void {
		if (next === '\n') {
			this.position++;
			this.lineBreak();
		} else if (next !== '' && ESCAPABLE.test(next)) {
			this.position++;
			this.plain(next);
		} else this.plain('\\');
	}

	/** Ends a line. Spaces around the break are dropped; in a message, every line break is meant. */
	private lineBreak(): void {
		const last = this.pieces.at(-1);
		if (last !== undefined) last.html = last.html.replace(/(?<! ) +$/, '');
		this.add('<br>\n', '\n');
		this.position++;
		while (this.text[this.position] === ' ') this.position++;
	}

	private lengthOfRun(sign: string): number {
		let end = this.position;
		while (this.text[end] === sign) end++;
		return end - this.position;
	}

	private code(): void {
		const { text, position } = this;
		const length = this.lengthOfRun('`');
		const end = this.endsOfCode(position + length, length);
		if (end < 0) return this.plain('`'.repeat(length));
		const code = text.slice(position + length, end).replace(/\n/g, ' ');
		const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
		const html = escapeHtml(isPadded ? code.slice(1, -1) : code);
		this.add(`<code>${html}</code>`, html);
		this.position = end + length;
	}

	private run(sign: Sign): void {
		const length = this.lengthOfRun(sign);
		if (sign === '~' && length !== 2) return this.plain(sign.repeat(length));
		const { text, position } = this;
		const [before = ''] = /[^]?$/u.exec(text.slice(Math.max(0, position - 2), position)) ?? [];
		const [after = ''] = /^[^]?/u.exec(text.slice(position + length, position + length + 2)) ?? [];
		const run = toRun(sign, length, before, after);
		this.runs.push(run);
		this.pieces.push(run.piece);
		this.position += length;
	}

	private open(isImage: boolean): void {
		const outer = this.brackets.at(-1);
		if (outer !== undefined) outer.hasInner = true;
		const sign = isImage ? '![' : '[';
		this.add(sign, sign);
		this.position += sign.length;
		this.brackets.push({
			isImage,
			from: this.position,
			piece: this.pieces.length - 1,
			run: this.runs.length,
			hasInner: false,
		});
	}

	private close(): void {
		const bracket = this.brackets.pop();
		if (bracket === undefined) return this.plain(']');
		const isOutside = !bracket.isImage && this.brackets.length < this.unlinkable;
		this.unlinkable = Math.min(this.unlinkable, this.brackets.length);
		const found = isOutside ? undefined : this.target(bracket);
		const isSafe = bracket.isImage ? this.setting.isSafeImage : this.setting.isSafeAddress;
		if (found === undefined || !isSafe(encodedAddress(found.address))) return this.plain(']');
		emphasise(this.runs.splice(bracket.run));
		const title = found.title === '' ? '' : ` title="${escapeHtml(found.title)}"`;
		const address = escapeHtml(encodedAddress(found.address));
		if (bracket.isImage) {
			const inside = this.pieces.splice(bracket.piece).slice(1);
			let alt = '';
			for (const { plain } of inside) alt += plain;
			this.add(`<img src="${address}" alt="${alt}"${title}>`, alt);
		} else {
			for (const piece of this.pieces.slice(bracket.piece + 1))
				if (piece.isLink) piece.html = piece.plain;
			this.pieces[bracket.piece] = {
				html: `<a href="${address}"${title}>`,
				plain: '',
				isLink: false,
			};
			this.add('</a>', '');
			this.unlinkable = this.brackets.length;
		}
		this.position = found.end;
	}

	/** Where the link or picture leads whose text ends here. */
	private target({
		from,
		hasInner,
	}: Bracket): { address: string; title: string; end: number } | undefined {
		const { text, position, setting } = this;
		const inParentheses = text[position + 1] === '(' ? targetAt(text, position + 1) : undefined;
		if (inParentheses !== undefined || setting.references.size === 0) return inParentheses;
		LABEL.lastIndex = position + 1;
		const [source = '', label = ''] = LABEL.exec(text) ?? [];
		if (label === '' && (hasInner || position - from > 999)) return undefined;
		const reference = setting.references.get(
			normalised(label === '' ? text.slice(from, position) : label),
		);
		return reference && { ...reference, end: position + 1 + source.length };
	}

	private link(source: string, address: string, shown: string): void {
		const html = escapeHtml(shown);
		this.add(`<a href="${escapeHtml(encodedAddress(address))}">${html}</a>`, html, true);
		this.position += source.length;
	}

	private pointed(): void {
		const [source, address = ''] = this.match(POINTED_LINK) ?? [];
		if (source !== undefined && this.setting.isSafeAddress(encodedAddress(address)))
			return this.link(source, address, address);
		const [email, to = ''] = this.match(POINTED_EMAIL) ?? [];
		if (email !== undefined) return this.link(email, `mailto:${to}`, to);
		return this.plain('<');
	}

	private bareLink(): void {
		const { text, position } = this;
		const isInWord = position > 0 && /[\p{L}\p{N}]/u.test(text.charAt(position - 1));
		const found = isInWord || !this.setting.bareLinks ? null : this.match(BARE_LINK);
		const address = withoutPunctuation(found?.[0] ?? '');
		if (address === '') return this.plain(text.charAt(position));
		return this.link(address, address, address);
	}
}

/**
 * @param text of a paragraph, heading or cell, in Markdown
 * @param setting which references the document has, and which addresses are allowed
 * @returns HTML, in a time that grows with the text's length
 */
export const inlinesToHtml = (text: string, setting: Setting): string =>
	new InlineParser(text, setting).parse();
