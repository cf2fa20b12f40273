import { assetName } from '../../../shared/client/assetName';

/** What of a conversation goes into lines that have a meaning: no message, name or file may make a line of its own. */

/** The longest name that is shown. */
const MOST_CHARACTERS = 100;

/** Everything that some program takes for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Control characters except for the tab, and characters that reverse the direction of the text behind them. */
const MISLEADING = /(?!\t)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * @param text a name, a channel or the like, as somebody else chose it
 * @returns the text on one line, without control characters and invisible ones, of 100 characters at most
 */
export function oneLine(text: string): string {
	// A name of a megabyte is not read whole.
	const line = text
		.slice(0, 20 * MOST_CHARACTERS)
		.replace(/[\p{C}\s]+/gu, ' ')
		.trim();
	return line.length > MOST_CHARACTERS
		? `${line.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
		: line;
}

/**
 * @param text a message's text
 * @returns the text with two spaces before each line that is not blank
 */
export function indented(text: string): string {
	return text
		.split(LINE_END)
		.map((line) => line.replace(MISLEADING, '').trimEnd())
		.map((line) => (line === '' ? '' : `  ${line}`))
		.join('\n');
}

/**
 * @param url a file's address, e.g. `https://assets.usepylon.com/<UUID>%2F1757401419672-image.png?Expires=…`
 * @returns the file's name as the sender knows it, e.g. `image.png`, on one line (see `oneLine`)
 */
export function fileNameIn(url: string): string {
	const [address = ''] = url.slice(0, 5000).split(/[?#]/);
	return oneLine(assetName(address.replace(/\/$/, ''))) || 'file';
}
