import { escapeHtml } from './escapeHtml';

/** Spaces that HTML would show as one, or not at all. */
const SPACES = /^ +| {2,}/gm;

/**
 * Turns plain text into HTML that shows the same: a blank line begins a paragraph, a single line break stays one, spaces at
 * the beginning of a line and several in a row stay, and `<`, `>` and `&` are plain characters.
 * @param text as a person or a model wrote it
 * @returns paragraphs of HTML; empty for a blank text
 */
export function plainTextToHtml(text: string): string {
	const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/\t/g, '    ').trimEnd());
	const paragraphs: string[][] = [];
	let isOpen = false;
	for (const line of lines) {
		if (line !== '' && isOpen) paragraphs.at(-1)?.push(line);
		else if (line !== '') paragraphs.push([line]);
		isOpen = line !== '';
	}
	return paragraphs
		.map((paragraph) =>
			escapeHtml(paragraph.join('\n')).replace(
				SPACES,
				(spaces) => '&nbsp;'.repeat(spaces.length - 1) + (spaces.length > 1 ? ' ' : '&nbsp;'),
			),
		)
		.map((html) => `<p>${html.replace(/\n/g, '<br>')}</p>`)
		.join('');
}
