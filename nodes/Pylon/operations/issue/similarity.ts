import type { IDataObject } from 'n8n-workflow';
import { htmlToText } from '../../../shared/html/htmlToText';

/** Words that do not say what a title is about; English ones, since most of Pylon's users write English. */
const FILLERS = new Set(
	(
		'a about after all also am an and any are as at be been but by can cannot could did do does for from get had has have hello help hi how i if in into ' +
		'is issue it its just me my need new no not of on or our please problem question re some that the their them then there these they this to up us ' +
		'was we were what when where which who why will with would you your'
	).split(' '),
);

/** How many characters of a message are compared: its beginning says what the issue is about. */
const MOST_CHARACTERS = 20_000;

const allWordsOf = (text: string): string[] =>
	text.toLocaleLowerCase('en').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu) ?? [];

/**
 * @param text e.g. the title of an issue
 * @returns the words that say what it is about, in lower case, each once; all words when there are only fillers
 */
export function wordsOf(text: string): string[] {
	const words = allWordsOf(text);
	const telling = words.filter(
		(word) => !FILLERS.has(word) && (word.length > 1 || /\p{N}|\p{sc=Han}/u.test(word)),
	);
	return [...new Set(telling.length > 0 ? telling : words)];
}

/**
 * @param words the words to look for (see `wordsOf`)
 * @param issue with its `title` and `body_html`
 * @returns the share of the words that its title or the beginning of its first message has, from 0 to 1 with two decimals
 */
export function similarity(words: string[], { title, body_html: html }: IDataObject): number {
	if (words.length === 0) return 0;
	const body =
		typeof html === 'string' ? htmlToText(html, MOST_CHARACTERS).slice(0, MOST_CHARACTERS) : '';
	const there = new Set(allWordsOf(`${typeof title === 'string' ? title : ''} ${body}`));
	return Math.round((words.filter((word) => there.has(word)).length / words.length) * 100) / 100;
}
