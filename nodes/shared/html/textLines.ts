/** Characters that nobody sees: soft hyphens, and the fillers that mail programs put behind a preview. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]|\u034F/g;

/** Most levels of quotes and lists that are shown. Without a limit, each line could be as long as the message. */
const MOST_QUOTES = 5;
const MOST_INDENTS = 10;

/** How many pieces are joined at once. A text of a million pieces that are added one by one takes many times its size. */
const MOST_PIECES = 4096;

/** Text that grows by small pieces. */
class Pieces {
	length = 0;

	private text = '';

	private pieces: string[] = [];

	add(piece: string): void {
		if (piece === '') return;
		this.length += piece.length;
		if (this.pieces.push(piece) >= MOST_PIECES) this.join();
	}

	toString(): string {
		this.join();
		return this.text;
	}

	private join(): void {
		this.text += this.pieces.join('');
		this.pieces = [];
	}
}

/** Writes lines: collapses white space, keeps blank lines to one, and sets quotes, bullets and indents before them. */
export class TextLines {
	quotes = 0;

	/** The open lists, the innermost last, each with the number of its last entry. */
	readonly lists: Array<{ ordered: boolean; count: number }> = [];

	preformatted = 0;

	private readonly out = new Pieces();

	private breaks = 0;

	private space = false;

	private marker = '';

	/** The indentation of preformatted text whose line begins behind a tag. */
	private indent = '';

	private quotesBefore = 0;

	/** How many characters have been written. */
	get length(): number {
		return this.out.length;
	}

	/** @returns the written text, with line breaks as `\n` */
	toString(): string {
		return this.out.toString();
	}

	/**
	 * Begins a new line. Two calls in a row do not add up.
	 * @param count 1 for a new line, 2 for a blank line in between
	 */
	breakLine(count: number): void {
		if (count === 0) return;
		this.breaks = Math.max(this.breaks, count);
		this.space = false;
		this.indent = '';
	}

	/** Writes a `<br>`: several of them do add up, to one blank line. */
	addBreak(): void {
		this.breaks = Math.min(2, this.breaks + 1);
		this.space = false;
		this.indent = '';
	}

	/**
	 * Puts a mark before the next line.
	 * @param marker e.g. `- `
	 */
	mark(marker: string): void {
		this.marker = marker;
	}

	/**
	 * Writes text.
	 * @param text without tags and entities
	 */
	text(text: string): void {
		const visible = text.replace(INVISIBLE, '');
		if (this.preformatted > 0) this.preformattedText(visible);
		else this.flowingText(visible.replace(/\s+/g, ' '));
	}

	/** Writes text with its white space collapsed. */
	private flowingText(text: string): void {
		if (text.startsWith(' ')) this.space = true;
		const words = text.trim();
		if (words === '') return;
		this.write(words);
		this.space = text.endsWith(' ');
	}

	private preformattedText(text: string): void {
		text.split(/\r\n|\r|\n/).forEach((line, index) => {
			if (index > 0) this.addBreak();
			const written = line.trimEnd();
			if (written !== '') this.write(written);
			else if (index > 0) this.indent = line;
			this.space = written !== '' && written !== line;
		});
	}

	private write(text: string): void {
		const { out } = this;
		const isFirst = out.length === 0;
		if (isFirst || this.breaks > 0) {
			const shared = this.prefix(Math.min(this.quotes, this.quotesBefore)).trimEnd();
			if (!isFirst) out.add(this.breaks > 1 ? `\n${shared}\n` : '\n');
			const inLists = '  '.repeat(Math.min(MOST_INDENTS, Math.max(0, this.lists.length - 1)));
			const inEntry = this.lists.length > 0 && this.marker === '' ? '  ' : '';
			out.add(this.prefix(this.quotes) + inLists + inEntry + this.marker + this.indent);
			this.marker = '';
			this.indent = '';
			this.breaks = 0;
			this.quotesBefore = this.quotes;
		} else if (this.space) {
			out.add(' ');
		}
		this.space = false;
		out.add(text);
	}

	private prefix(quotes: number): string {
		return '> '.repeat(Math.min(MOST_QUOTES, quotes));
	}
}
