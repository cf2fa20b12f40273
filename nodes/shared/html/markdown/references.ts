import { addressAt, behindSpace, titleAt } from './addresses';
import type { References } from './nodes';

const LABEL = /\[((?:[^\\[\]]|\\[^]){1,999})\]:/y;

/**
 * @param label as written between brackets
 * @returns a text that is the same for all labels that CommonMark takes for the same
 * (https://spec.commonmark.org/0.31.2/#matches)
 */
export const normalised = (label: string): string =>
	label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();

/** Where the line ends, if only space is left of it; otherwise -1. */
function endOfLine(text: string, from: number): number {
	let index = from;
	while (text[index] === ' ' || text[index] === '\t') index++;
	return index === text.length || text[index] === '\n' ? Math.min(text.length, index + 1) : -1;
}

/**
 * Takes definitions such as `[label]: https://example.com "title"` off the beginning of a paragraph.
 * @param text of the paragraph
 * @param references takes the definitions; the first one of a label counts
 * @returns the rest of the text
 */
export function takeReferences(text: string, references: References): string {
	let position = 0;
	while (text[position] === '[') {
		LABEL.lastIndex = position;
		const [source = '', name = ''] = LABEL.exec(text) ?? [];
		if (name.trim() === '') break;
		const begin = behindSpace(text, position + source.length);
		const address = addressAt(text, begin);
		if (address === undefined || address.end === begin) break;
		const behind = behindSpace(text, address.end);
		const title = behind > address.end ? titleAt(text, behind) : undefined;
		const endWithTitle = title === undefined ? -1 : endOfLine(text, title.end);
		const end = endWithTitle >= 0 ? endWithTitle : endOfLine(text, address.end);
		if (end < 0) break;
		const label = normalised(name);
		if (!references.has(label))
			references.set(label, {
				address: address.address,
				title: endWithTitle >= 0 ? (title?.title ?? '') : '',
			});
		position = end;
	}
	return text.slice(position);
}
