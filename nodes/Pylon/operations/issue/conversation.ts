import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { htmlToText } from '../../../shared/html/htmlToText';
import { fileNameIn, indented, oneLine } from './conversation.lines';
import type { Message } from './messages';

/** A conversation as text, and how much of it the text has. */
export interface Conversation {
	text: string;
	/** The same messages one by one, the oldest first. */
	messages: IDataObject[];
	/** How many earlier messages are not in the text, for lack of room. */
	dropped: number;
}

/**
 * Most characters of HTML that are read of all messages together. Without this limit, megabytes of HTML that show nothing
 * would all be read.
 */
const MOST_HTML = 10_000_000;

const SEPARATOR = '\n\n';

const ELLIPSIS = '…';

const NO_TEXT = '(no text)';

const notice = (dropped: number): string =>
	dropped > 0
		? `[${dropped} earlier ${dropped === 1 ? 'message' : 'messages'} left out]${SEPARATOR}`
		: '';

/** Cuts a text, without half a character at its end. */
const cutTo = (text: string, length: number): string =>
	text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

function timeOf({ time, timestamp }: Message, zone: string): string {
	return time > 0
		? DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd HH:mm ZZ')
		: oneLine(timestamp ?? 'no time');
}

/** What Pylon knows is in the brackets, what the author chose is behind them, so that a name cannot pass for an agent's. */
function headOf(message: Message, zone: string): string {
	const { isPrivate, channel, author } = message;
	const facts = [
		timeOf(message, zone),
		author.kind ?? 'unknown author',
		isPrivate ? 'internal note' : oneLine(channel ?? 'message'),
	];
	const { name, email } = author;
	const who = oneLine(name ?? email ?? 'Unknown');
	return `[${facts.join(' | ')}] ${who}${name === undefined || email === undefined ? '' : ` (${oneLine(email)})`}:`;
}

function blockOf(message: Message, text: string, zone: string): string {
	const files = message.fileUrls.map((url) => `[File: ${fileNameIn(url)}]`);
	return [headOf(message, zone), indented(text || NO_TEXT), ...files].join('\n');
}

/** The message as data, for workflows that do not want a text. */
function entryOf(
	{ id, author, isPrivate, time, timestamp, channel, fileUrls }: Message,
	text: string,
): IDataObject {
	return {
		id,
		time: time > 0 ? new Date(time).toISOString() : (timestamp ?? null),
		author: author.name === undefined ? null : oneLine(author.name),
		author_email: author.email === undefined ? null : oneLine(author.email),
		author_kind: author.kind ?? null,
		is_private: isPrivate,
		channel: channel === undefined ? null : oneLine(channel),
		text,
		files: fileUrls.map((url) => ({ name: fileNameIn(url), url })),
	};
}

/**
 * Writes a conversation for a person or a model to read. Each message begins with a head line, `[2026-11-03 14:00 +00:00 |
 * customer | email] Ada Example (ada@example.com):`, whose brackets hold what Pylon says about it: its time, `customer` or
 * `agent`, and its channel or `internal note`. Every line of its text is indented by two spaces, and the names of its files
 * follow: a message's own text can look like neither. Where there is no room for all messages, the oldest are left out, and
 * the first line says how many; of a last message that is too long by itself, the beginning stays. Messages are read from
 * the newest back, and only as far as there is room.
 * @param messages the oldest first
 * @param mostCharacters the text's limit in characters, 100 or more
 * @param zone IANA name of the time zone for the times
 * @returns the text, and the messages in it
 */
export function toConversation(
	messages: Message[],
	mostCharacters: number,
	zone: string,
): Conversation {
	const written: Array<{ block: string; entry: IDataObject }> = [];
	let length = 0;
	let fitting = 0;
	let readHtml = 0;
	for (const [index, message] of [...messages.entries()].reverse()) {
		if (readHtml > MOST_HTML) break;
		const text = htmlToText(message.html, mostCharacters);
		readHtml += message.html.length;
		const block = blockOf(message, text, zone);
		const isLast = written.length === 0;
		length += block.length + (isLast ? 0 : SEPARATOR.length);
		if (length > mostCharacters && !isLast) break;
		written.push({ block, entry: entryOf(message, text) });
		if (isLast || notice(index).length + length <= mostCharacters) fitting = written.length;
		if (length > mostCharacters) break;
	}
	const dropped = messages.length - fitting;
	const included = written.slice(0, fitting).reverse();
	const text = notice(dropped) + included.map(({ block }) => block).join(SEPARATOR);
	const entries = included.map(({ entry }) => entry);
	if (text.length <= mostCharacters) return { text, messages: entries, dropped };
	const { text: lastText, ...last } = entries[0] ?? {};
	const short = cutTo(String(lastText), mostCharacters);
	return {
		text: cutTo(text, mostCharacters - ELLIPSIS.length) + ELLIPSIS,
		messages: [{ ...last, text: short === lastText ? lastText : short + ELLIPSIS }],
		dropped,
	};
}
