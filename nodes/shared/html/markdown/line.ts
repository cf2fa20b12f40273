/** One line while its markers are taken off, with the columns that tabs make (a tab goes to the next multiple of four). */
export class Line {
	private position = 0;

	private column = 0;

	constructor(private text: string) {}

	/** What is not taken off yet. */
	get rest(): string {
		return this.text.slice(this.position);
	}

	/** The first sign that is no space. */
	get first(): string {
		return this.text[this.firstPosition()] ?? '';
	}

	get isBlank(): boolean {
		return this.firstPosition() === this.text.length;
	}

	/** Columns of space before the first sign. */
	get indent(): number {
		let { column } = this;
		for (let index = this.position; ; index++) {
			if (this.text[index] === ' ') column++;
			else if (this.text[index] === '\t') column += 4 - (column % 4);
			else return column - this.column;
		}
	}

	/** Takes columns of space off; a tab that is wider leaves spaces. */
	takeColumns(count: number): void {
		for (let left = count; left > 0;) {
			if (this.text[this.position] === '\t') {
				const width = 4 - (this.column % 4);
				if (width > left) {
					this.text = ' '.repeat(width) + this.text.slice(this.position + 1);
					this.position = 0;
					continue;
				}
				left -= width;
				this.column += width;
			} else if (this.text[this.position] === ' ') {
				left--;
				this.column++;
			} else return;
			this.position++;
		}
	}

	/** Takes the space before the first sign off, and so many signs. */
	takeSigns(count: number): void {
		this.takeColumns(this.indent);
		this.position += count;
		this.column += count;
	}

	private firstPosition(): number {
		let index = this.position;
		while (this.text[index] === ' ' || this.text[index] === '\t') index++;
		return index;
	}
}
