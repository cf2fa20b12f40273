import { strict as assert } from 'node:assert';

/** What JavaScript says when code meets what it did not expect, and what it makes of that. */
const RAW =
	/\bundefined\b|\[object \w+\]|\bNaN\b|\bCannot |is not (a function|iterable|a constructor)|Maximum call stack|URI malformed|Invalid (array|string) length|circular|Unexpected (token|end|non-whitespace)|The hostile server failed/;

/** Half of a character that is two, or a control character: a terminal, a log or a database may refuse or obey it. */
const UNPRINTABLE = /\p{Cs}|[^\P{Cc}\n]/u;

const LONGEST_MESSAGE = 1000;
const LONGEST_DESCRIPTION = 2500;

const shown = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/**
 * @param text that a user reads
 * @param longest how many characters it may have
 * @returns what is wrong with it; undefined when nothing is
 */
export function problemOfText(text: string, longest = LONGEST_MESSAGE): string | undefined {
	if (text === '') return undefined;
	if (text.length > longest) return `a text of ${text.length} characters: ${shown(text)}`;
	if (RAW.test(text)) return shown(text);
	return UNPRINTABLE.test(text) ? `unprintable: ${JSON.stringify(shown(text))}` : undefined;
}

/**
 * @param entry of a list in the editor
 * @returns what is wrong with it; undefined when nothing is
 */
export function problemOfEntry(entry: unknown): string | undefined {
	const { name, value } = entry as { name?: unknown; value?: unknown };
	if (typeof name !== 'string' || name.trim() === '')
		return `an entry without a name: ${JSON.stringify(entry)}`;
	return typeof value === 'string'
		? undefined
		: `an entry whose value is no text: ${JSON.stringify(entry)}`;
}

/**
 * @param error of a node, or of an item that went on after a failure
 * @returns what is wrong with what a user reads of it; undefined when nothing is
 */
export function problemOfError(error: unknown): string | undefined {
	const { name, message, description } = error as {
		name?: string;
		message?: unknown;
		description?: unknown;
	};
	if (typeof message !== 'string' || message === '')
		return `an error without a message: ${shown(String(error))}`;
	if (name !== undefined && !['NodeApiError', 'NodeOperationError'].includes(name))
		return `${name}: ${shown(message)}`;
	if (message.length > LONGEST_MESSAGE)
		return `a message of ${message.length} characters: ${shown(message)}`;
	if (typeof description !== 'string' || description === '')
		return `no description: ${shown(message)}`;
	if (description.length > LONGEST_DESCRIPTION)
		return `a description of ${description.length} characters: ${shown(description)}`;
	return problemOfText(`${message} | ${description}`, Infinity);
}

/**
 * @param output what a node or the editor shows
 * @returns what is wrong with it; undefined when nothing is
 */
export function problemOfOutput(output: unknown): string | undefined {
	let text: string;
	try {
		text = JSON.stringify(output) ?? '';
	} catch (error) {
		return `cannot be stored: ${(error as Error).message}`;
	}
	const found = /\bundefined\b|\[object \w+\]|Invalid (date|DateTime)/i.exec(text);
	return found === null
		? undefined
		: `puts out ${text.slice(Math.max(0, found.index - 100), found.index + 100)}`;
}

/**
 * @param requests method, address and body of each
 * @returns what is wrong with them; undefined when nothing is
 */
export function problemOfRequests(requests: string[]): string | undefined {
	const wrong = requests.find((one) => /\bundefined\b|\[object \w+\]|\bNaN\b/.test(one));
	if (wrong !== undefined) return `sent ${shown(wrong)}`;
	return requests.length > 500 ? `sent ${requests.length} requests` : undefined;
}

/** So many requests an error of a test shows. */
const SHOWN_REQUESTS = 8;

/**
 * @param problem with what came; undefined when there is none
 * @param requests that the node sent; they are looked at, too
 * @param input that led to them, for the error
 * @throws AssertionError when something is wrong
 */
export function expectNoProblem(
	problem: string | undefined,
	requests: string[],
	input?: unknown,
): void {
	const wrong = problem ?? problemOfRequests(requests);
	const lines = requests.slice(0, SHOWN_REQUESTS).map((one) => one.slice(0, 200));
	assert.ok(wrong === undefined, [wrong, JSON.stringify(input), ...lines].join('\n'));
}
