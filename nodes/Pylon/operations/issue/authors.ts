import { emailOf, type Names, type NamedReference } from '../../records/addNames';
import type { Message } from './messages';
import { textOf } from './readRecord';

const KINDS = { agent: ['user'], customer: ['contact'] } as const;

function referenceOf({ author: { id, kind, name, email } }: Message): NamedReference | undefined {
	const isKnown = name !== undefined && email !== undefined;
	return id === undefined || kind === undefined || isKnown
		? undefined
		: { id, kinds: [...KINDS[kind]] };
}

/**
 * @param messages messages of issues
 * @returns their authors where the messages do not have name and email: Pylon writes authors as IDs
 * (docs/pylon-api-notes.md#people)
 */
export const authorsOf = (messages: Message[]): NamedReference[] =>
	messages.map(referenceOf).filter((one) => one !== undefined);

/**
 * @param names has looked the authors up
 * @param messages messages of an issue; not changed
 * @returns copies with the names and emails that the messages do not have
 */
export const withAuthors = (names: Names, messages: Message[]): Message[] =>
	messages.map((message) => {
		const reference = referenceOf(message);
		const record = reference && names.record(reference)?.record;
		if (record === undefined) return message;
		const { author } = message;
		return {
			...message,
			author: {
				...author,
				name: author.name ?? textOf(record.name),
				email: author.email ?? emailOf(record) ?? undefined,
			},
		};
	});
