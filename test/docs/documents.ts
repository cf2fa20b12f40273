import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/**
 * @param file its path, from the project's folder
 * @returns its text
 */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const markdownIn = (folder: string): string[] => {
	try {
		return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name));
	} catch {
		return [];
	}
};

/** Every document that people read, by its path in the project. */
export const documents: string[] = [
	...readdirSync(root).filter((name) => name.endsWith('.md')),
	...['docs', 'examples', '.github', 'bench'].flatMap(markdownIn),
].sort();

/** A fenced block of code. */
export interface CodeBlock {
	/** File and line, for a message. */
	place: string;
	language: string;
	code: string;
	/** Why it is not run, where a comment before it says so: `<!-- not run: … -->`. */
	notRun?: string;
}

const FENCE = /^([ \t]*)```([\w-]*)[ \t]*\n([^]*?)^[ \t]*```[ \t]*$/gm;

/**
 * @param text in Markdown
 * @param place what the text is called in messages
 * @returns the fenced blocks of a text, without the indentation of the list that they stand in
 */
export function codeBlocksIn(text: string, place: string): CodeBlock[] {
	return [...text.matchAll(FENCE)].map((match) => {
		const [, indentation, language, code] = match;
		const before = text.slice(0, match.index);
		return {
			place: `${place}:${before.split('\n').length}`,
			language,
			code: code.replaceAll(new RegExp(`^${indentation}`, 'gm'), ''),
			notRun: /<!-- not run: (.+?) -->\s*$/.exec(before)?.[1],
		};
	});
}

/**
 * @param file its path, from the project's folder
 * @returns the fenced blocks of the document
 */
export const codeBlocksOf = (file: string): CodeBlock[] => codeBlocksIn(textOf(file), file);

/**
 * @param file its path, from the project's folder
 * @returns the code within lines of the document, e.g. `npm test`
 */
export const inlineCodeOf = (file: string): string[] =>
	[
		...textOf(file)
			.replaceAll(FENCE, '')
			.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g),
	].map(([, code]) => code);

const slugOf = (heading: string) =>
	heading
		.toLowerCase()
		.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replaceAll(/\s/g, '-');

/**
 * @param file its path, from the project's folder
 * @returns what can stand behind # of the document: its headings as GitHub names them, and anchors of its own
 */
export function anchorsOf(file: string): string[] {
	const text = textOf(file).replaceAll(FENCE, '');
	const headings = [...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading]) => slugOf(heading));
	return [...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id)];
}
