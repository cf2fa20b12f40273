import { escapeHtml } from '../escapeHtml';
import { isSafeAddress, isSafeImage } from './addresses';
import { BlockParser } from './blocks';
import { inlinesToHtml } from './inlines';
import type { Setting } from './inlineSyntax';
import type { Block, Code, Item, List, Table } from './nodes';

/**
 * Whether blank lines are between entries, or inside of one: then their texts are paragraphs
 * (https://spec.commonmark.org/0.31.2/#loose).
 */
function isLoose({ children }: List): boolean {
	const isApart = (blocks: Array<{ firstLine: number; lastLine: number }>): boolean =>
		blocks.some(({ firstLine }, index) => {
			const before = blocks[index - 1];
			return before !== undefined && firstLine > before.lastLine + 1;
		});
	return isApart(children) || children.some((item) => isApart(item.children));
}

function codeToHtml({ lines, fence }: Code): string {
	const language = fence?.info.split(/\s/)[0] ?? '';
	const attribute = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
	return `<pre><code${attribute}>${lines.map((line) => `${escapeHtml(line)}\n`).join('')}</code></pre>\n`;
}

class HtmlWriter {
	constructor(private readonly setting: Setting) {}

	blocks(blocks: Block[], isTight = false): string {
		return blocks.map((block) => this.block(block, isTight)).join('');
	}

	private block(block: Block, isTight: boolean): string {
		switch (block.kind) {
			case 'quote':
				return this.quote(this.blocks(block.children));
			case 'list':
				return this.list(block);
			case 'paragraph': {
				const html = inlinesToHtml(block.lines.join('\n'), this.setting);
				if (html === '') return '';
				return isTight ? `${html}\n` : `<p>${html}</p>\n`;
			}
			case 'heading':
				return `<h${block.level}>${inlinesToHtml(block.text, this.setting)}</h${block.level}>\n`;
			case 'rule':
				return '<hr>\n';
			case 'code':
				return codeToHtml(block);
			case 'table':
				return this.table(block);
		}
	}

	private quote(html: string): string {
		return html === '' ? '<blockquote></blockquote>\n' : `<blockquote>\n${html}</blockquote>\n`;
	}

	private list(list: List): string {
		const { start } = list;
		const isTight = !isLoose(list);
		const tag = start === undefined ? 'ul' : 'ol';
		const number = start === undefined || start === 1 ? '' : ` start="${start}"`;
		return `<${tag}${number}>\n${list.children.map((item) => this.item(item, isTight)).join('')}</${tag}>\n`;
	}

	private item({ children }: Item, isTight: boolean): string {
		const html = this.blocks(children, isTight);
		if (html === '') return '<li></li>\n';
		const begin = isTight && children.at(0)?.kind === 'paragraph' ? '' : '\n';
		const isTextLast = isTight && children.at(-1)?.kind === 'paragraph';
		return `<li>${begin}${isTextLast ? html.slice(0, -1) : html}</li>\n`;
	}

	private table({ alignments, rows }: Table): string {
		const row = (cells: string[], tag: string): string => {
			const html = cells.map((cell, index) => {
				const align = alignments[index] === '' ? '' : ` style="text-align:${alignments[index]}"`;
				return `<${tag}${align}>${inlinesToHtml(cell, this.setting)}</${tag}>\n`;
			});
			return `<tr>\n${html.join('')}</tr>\n`;
		};
		const [head = [], ...body] = rows;
		const rest =
			body.length === 0
				? ''
				: `<tbody>\n${body.map((cells) => row(cells, 'td')).join('')}</tbody>\n`;
		return `<table>\n<thead>\n${row(head, 'th')}</thead>\n${rest}</table>\n`;
	}
}

/**
 * `markdownToHtml` with rules of the caller's own for links.
 * @param markdown any text
 * @param rules which addresses links and pictures may have, and whether a bare `https://…` is a link
 * @returns HTML; empty for a blank text
 */
export function renderMarkdown(markdown: string, rules: Omit<Setting, 'references'>): string {
	const parser = new BlockParser();
	const lines = markdown.replace(/\0/g, '\uFFFD').split(/\r\n|\n|\r/);
	// What ends with a line break has no empty line behind it.
	if (lines[lines.length - 1] === '') lines.pop();
	for (const line of lines) parser.read(line);
	parser.end();
	return new HtmlWriter({ ...rules, references: parser.references })
		.blocks(parser.document.children)
		.trimEnd();
}

/**
 * Turns a message in Markdown into HTML for Pylon (CommonMark 0.31, https://spec.commonmark.org/0.31.2/, with tables,
 * `~~struck through~~` and bare links). Unlike CommonMark, a single line break stays one, as people and models mean it in a
 * message; HTML in the text is shown as text; and links only lead to `http`, `https`, `mailto` and `tel` addresses, any
 * other stays text. Time and memory grow with the length of the text; quotes and lists nest 20 deep.
 * @param markdown any text
 * @returns HTML; empty for a blank text
 */
export const markdownToHtml = (markdown: string): string =>
	renderMarkdown(markdown, { isSafeAddress, isSafeImage, bareLinks: true });
