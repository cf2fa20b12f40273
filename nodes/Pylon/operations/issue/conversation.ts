import { DateTime } from 'luxon';
import { htmlToText } from '../../../shared/html/htmlToText';
import type { Message } from './messages';

/** A conversation as text, and how much of it that is. */
export interface Conversation {
	text: string;
	/** Messages that are in the text. */
	included: number;
	/** Earlier messages that are not, for want of room. */
	dropped: number;
}

function timeOf({ time, timestamp }: Message, zone: string): string {
	return time > 0 ? DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd HH:mm ZZ') : (timestamp ?? 'no time');
}

function authorOf({ author: { name, email, kind } }: Message): string {
	const who = name ?? email ?? 'Unknown';
	const parts = [email === who ? undefined : email, kind].filter((part) => part !== undefined);
	return parts.length > 0 ? `${who} (${parts.join(', ')})` : who;
}

/** The last part of an address of a file, without what was signed into it. */
function fileNameIn(url: string): string {
	const path = url.split(/[?#]/)[0].replace(/\/$/, '');
	const name = path.slice(path.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** Head line, text and files of one message. */
function blockOf(message: Message, zone: string): string {
	const { isPrivate, channel, html, fileUrls } = message;
	const kind = isPrivate ? 'internal note' : (channel ?? 'message');
	return [
		`[${timeOf(message, zone)}] ${authorOf(message)}, ${kind}:`,
		htmlToText(html) || '(no text)',
		...fileUrls.map((url) => `[File: ${fileNameIn(url)}]`),
	].join('\n');
}

const SEPARATOR = '\n\n';

const notice = (dropped: number): string => `[${dropped} earlier ${dropped === 1 ? 'message' : 'messages'} left out]`;

/** Without half a character at its end. */
const cutTo = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/**
 * Writes a conversation for a person or a model to read: each message with its time, author, channel or 'internal note',
 * its text and the names of its files. Where there is no room for all, the oldest messages go first, and the first line
 * says how many; of a last message that is too long by itself, the beginning stays.
 * @param messages the oldest first
 * @param mostCharacters that the text may have, 100 or more
 * @param zone IANA name of the time zone of the times
 */
export function toConversation(messages: Message[], mostCharacters: number, zone: string): Conversation {
	const blocks = messages.map((message) => blockOf(message, zone));
	const lengthFrom = blocks.map((block) => block.length);
	for (let index = blocks.length - 2; index >= 0; index--) lengthFrom[index] += SEPARATOR.length + lengthFrom[index + 1];
	for (let dropped = 0; dropped < blocks.length; dropped++) {
		const head = dropped > 0 ? notice(dropped) + SEPARATOR : '';
		const isLast = dropped === blocks.length - 1;
		if (!isLast && head.length + lengthFrom[dropped] > mostCharacters) continue;
		const text = head + blocks.slice(dropped).join(SEPARATOR);
		const whole = text.length <= mostCharacters;
		return { text: whole ? text : `${cutTo(text, mostCharacters - 1)}…`, included: blocks.length - dropped, dropped };
	}
	return { text: '', included: 0, dropped: 0 };
}
