/** One line while its markers are taken off. Counts the columns of tabs, which go to the next multiple of four. */
export class Line {
	private position = 0;

	private column = 0;

	constructor(private text: string) {}

	/** The text that has not been taken off yet. */
	get rest(): string {
		return this.text.slice(this.position);
	}

	/** The first character that is no space; empty when there is none. */
	get first(): string {
		return this.text[this.firstPosition()] ?? '';
	}

	/** Whether only spaces and tabs are left. */
	get isBlank(): boolean {
		return this.firstPosition() === this.text.length;
	}

	/** Columns of space before the first character. */
	get indent(): number {
		let { column } = this;
		for (let index = this.position; ; index++) {
			if (this.text[index] === ' ') column++;
			else if (this.text[index] === '\t') column += 4 - (column % 4);
			else return column - this.column;
		}
	}

	/**
	 * Takes columns of space off; a tab that is wider leaves spaces.
	 * @param count how many columns; fewer are taken when there is less space
	 */
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

	/**
	 * Takes the space before a marker off, and the marker.
	 * @param count how many characters the marker has
	 */
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
