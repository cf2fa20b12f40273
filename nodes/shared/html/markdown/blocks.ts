import { Line } from './line';
import type {
	Block,
	Code,
	Container,
	Item,
	Leaf,
	List,
	Paragraph,
	Quote,
	References,
} from './nodes';
import { startOf, type ListMark } from './starts';
import { cellsOf, tableOf } from './tables';
import { takeReferences } from './references';

/** Most levels of quotes and lists; marks beyond are text. Each line goes through all that are open. */
const MOST_DEPTH = 20;

/**
 * Reads a document line by line, as the appendix of CommonMark's specification describes
 * (https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy).
 */
export class BlockParser {
	readonly document: Quote = { kind: 'quote', children: [], firstLine: 0, lastLine: 0 };

	readonly references: References = new Map();

	/** Open quotes and list entries, the outermost first. */
	private open: Container[] = [this.document];

	/** The open block that further lines may belong to. */
	private leaf: Leaf | undefined;

	private number = -1;

	/**
	 * Reads the next line.
	 * @param text the line without its line break
	 */
	read(text: string): void {
		this.number++;
		const line = new Line(text);
		let depth = 1;
		for (const container of this.open.slice(1)) {
			if (!this.continues(container, line)) break;
			depth++;
			if (container.kind === 'quote') this.touch(depth);
		}
		const isInside = depth === this.open.length;
		if (isInside && this.leaf?.kind === 'code' && this.continuesCode(this.leaf, line)) return;
		const paragraph = this.leaf?.kind === 'paragraph' ? this.leaf : undefined;
		let isLazy = !isInside;
		// What is indented further is code, or the rest of a paragraph.
		while (line.indent < 4 && !line.isBlank) {
			const inParagraph = this.isTip(paragraph, depth);
			if (isInside && inParagraph && this.setext(paragraph, line)) return;
			const mayNest = this.open.length < MOST_DEPTH || depth < this.open.length;
			const start = startOf(line, inParagraph, mayNest);
			if (start === undefined) break;
			this.closeTo(depth);
			isLazy = false;
			if (start.kind === 'quote')
				this.open.push(this.add({ kind: 'quote', children: [], ...this.here() }));
			else if (start.kind === 'list') this.open.push(this.addItem(start));
			else {
				this.leaf = this.add({ ...start, ...this.here() });
				return;
			}
			depth = this.open.length;
		}
		// A paragraph goes on without the marks of its quotes and entries.
		if (!isLazy || paragraph === undefined || line.isBlank) this.closeTo(depth);
		this.text(line);
	}

	/** Closes what is still open; to be called after the last line. */
	end(): void {
		this.closeTo(1);
		this.finishLeaf();
	}

	/** The blocks of the innermost open quote or entry. */
	private get siblings(): Block[] {
		return (this.open.at(-1) ?? this.document).children;
	}

	private here(): { firstLine: number; lastLine: number } {
		return { firstLine: this.number, lastLine: this.number };
	}

	private isTip(paragraph: Paragraph | undefined, depth: number): paragraph is Paragraph {
		return paragraph !== undefined && this.leaf === paragraph && depth === this.open.length;
	}

	/** Takes the marks of an open container off the line. */
	private continues(container: Container, line: Line): boolean {
		if (container.kind === 'quote') {
			if (line.indent > 3 || line.first !== '>') return false;
			line.takeSigns(1);
			line.takeColumns(Math.min(1, line.indent));
			return true;
		}
		// An entry that begins with a blank line has ended with the next one.
		if (line.isBlank) return container.children.length > 0;
		if (line.indent < container.indent) return false;
		line.takeColumns(container.indent);
		return true;
	}

	private continuesCode(code: Code, line: Line): boolean {
		const { fence } = code;
		if (fence === undefined) {
			if (!line.isBlank && line.indent < 4) return false;
			line.takeColumns(4);
			code.lines.push(line.rest);
			if (line.isBlank) return true;
			this.touch();
			code.lastLine = this.number;
			return true;
		}
		const rest = line.rest.trim();
		this.touch();
		code.lastLine = this.number;
		if (line.indent < 4 && rest.length >= fence.length && rest === fence.sign.repeat(rest.length))
			this.leaf = undefined;
		else {
			line.takeColumns(fence.indent);
			code.lines.push(line.rest);
		}
		return true;
	}

	/** A line of `=` or `-` makes a heading of the paragraph before it. */
	private setext(paragraph: Paragraph, line: Line): boolean {
		const rest = line.rest.trim();
		const sign = rest[0];
		if ((sign !== '=' && sign !== '-') || rest !== sign.repeat(rest.length)) return false;
		const text = takeReferences(paragraph.lines.join('\n'), this.references);
		if (text.trim() === '') {
			paragraph.lines = [];
			return false;
		}
		this.siblings.pop();
		this.leaf = undefined;
		this.add({
			kind: 'heading',
			level: sign === '=' ? 1 : 2,
			text: text.trim(),
			firstLine: paragraph.firstLine,
			lastLine: this.number,
		});
		return true;
	}

	private add<T extends Block>(block: T): T {
		this.finishLeaf();
		this.siblings.push(block);
		this.touch();
		return block;
	}

	private addItem({ sign, start, indent }: ListMark): Item {
		this.finishLeaf();
		const last = this.siblings.at(-1);
		const item: Item = { kind: 'item', children: [], indent, ...this.here() };
		const isSame = last?.kind === 'list' && last.sign === sign;
		const list: List = isSame ? last : { kind: 'list', children: [], sign, start, ...this.here() };
		if (!isSame) this.siblings.push(list);
		list.children.push(item);
		list.lastLine = this.number;
		this.touch();
		return item;
	}

	/** Notes that open quotes and entries, and the lists of these, reach to this line. */
	private touch(depth = this.open.length): void {
		this.open.slice(0, depth).forEach((container, index) => {
			container.lastLine = this.number;
			const list = container.kind === 'item' ? this.open[index - 1]?.children.at(-1) : undefined;
			if (list !== undefined) list.lastLine = this.number;
		});
	}

	private closeTo(depth: number): void {
		if (depth === this.open.length) return;
		this.finishLeaf();
		this.open.length = depth;
	}

	private finishLeaf(): void {
		const { leaf } = this;
		this.leaf = undefined;
		if (leaf?.kind === 'paragraph')
			leaf.lines = [takeReferences(leaf.lines.join('\n'), this.references).trimEnd()];
		if (leaf?.kind === 'code' && leaf.fence === undefined)
			while (leaf.lines.at(-1)?.trim() === '') leaf.lines.pop();
	}

	private text(line: Line): void {
		const { leaf } = this;
		if (line.isBlank) {
			if (leaf?.kind === 'paragraph' || leaf?.kind === 'table') this.finishLeaf();
			return;
		}
		if (leaf?.kind === 'paragraph' && this.growsToTable(leaf, line)) return;
		if (leaf?.kind === 'paragraph' || leaf?.kind === 'table') {
			if (leaf.kind === 'paragraph') leaf.lines.push(line.rest.trimStart());
			else leaf.rows.push(cellsOf(line.rest).slice(0, leaf.alignments.length));
			leaf.lastLine = this.number;
			this.touch();
		} else if (line.indent >= 4) {
			line.takeColumns(4);
			this.leaf = this.add({ kind: 'code', lines: [line.rest], ...this.here() });
		} else
			this.leaf = this.add({ kind: 'paragraph', lines: [line.rest.trimStart()], ...this.here() });
	}

	private growsToTable(paragraph: Paragraph, line: Line): boolean {
		const [header, more] = paragraph.lines;
		const table =
			header !== undefined && more === undefined && line.indent < 4
				? tableOf(header, line.rest)
				: undefined;
		if (table === undefined) return false;
		this.siblings.pop();
		this.leaf = undefined;
		this.leaf = this.add({
			kind: 'table',
			...table,
			firstLine: paragraph.firstLine,
			lastLine: this.number,
		});
		return true;
	}
}
