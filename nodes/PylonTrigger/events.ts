/** The kinds of record that an ID in a payload can name, and that can be fetched by it. */
export type RecordKind = 'issue' | 'account' | 'contact';

export interface PylonEvent {
	/** The text in `event` of its payload. */
	value: string;
	name: string;
	description: string;
	about: RecordKind;
	/**
	 * Whether the same IDs may come again for another event, so that two equal payloads need not be one delivery that was sent
	 * twice. `seenInRecord`: such events change the record, so its `updated_at` tells them apart.
	 */
	repeats: false | 'untold' | 'seenInRecord';
	/** The field whose ID makes the event unique; without that field, the event may repeat. */
	singledOutBy?: string;
	/** The payload template to paste into Pylon. */
	template: string;
}

const json = (fields: Record<string, string>): string => JSON.stringify(fields, null, 2);

/** No ID has spaces in it, so a payload where the user has left this text is refused, and the message says what to do. */
const toPick = (record: RecordKind) => `REPLACE THIS WITH THE ID OF THE ${record.toUpperCase()}`;

/**
 * The IDs of a template. Only variables whose names are certain, and only IDs: whether Pylon escapes a text's quotes and
 * line breaks is not documented, and an ID has none. Accounts and contacts have triggers of their own, but no name of a
 * variable of theirs is public, so these have to be picked.
 * Sources: https://docs.usepylon.com/pylon-docs/platform/triggers/template-variables (issue.id),
 * https://docs.duckie.ai/integrations/ticketing/pylon (issue.last_message.id)
 */
const ids = {
	issue: { issue_id: '{{issue.id}}' },
	account: { account_id: toPick('account') },
	contact: { contact_id: toPick('contact') },
};

type Named = Omit<PylonEvent, 'about' | 'template'>;

const of =
	(about: RecordKind, more: Record<string, string> = {}) =>
	(event: Named): PylonEvent => ({
		...event,
		about,
		template: json({ event: event.value, ...ids[about], ...more }),
	});

const issue = of('issue');
const account = of('account');
const contact = of('contact');

/**
 * The events that the trigger knows, after the kickoffs of Pylon's triggers (only named in Pylon's own app; these are
 * known from other vendors' set-up guides, e.g. https://docs.decimal.app/integrations/pylon). Pylon itself sends no name
 * of an event: it is a literal text of the template. Values never change once published.
 */
export const events: PylonEvent[] = [
	account({
		value: 'account_created',
		name: 'Account Created',
		description: 'A new account',
		repeats: false,
	}),
	account({
		value: 'account_updated',
		name: 'Account Updated',
		description: 'A field of an account changed',
		repeats: 'untold',
	}),
	contact({
		value: 'contact_created',
		name: 'Contact Created',
		description: 'A new contact',
		repeats: false,
	}),
	contact({
		value: 'contact_updated',
		name: 'Contact Updated',
		description: 'A field of a contact changed',
		repeats: 'untold',
	}),
	issue({
		value: 'issue_assigned',
		name: 'Issue Assigned',
		description: 'The assignee of an issue changed',
		repeats: 'seenInRecord',
	}),
	issue({
		value: 'issue_created',
		name: 'Issue Created',
		description: 'A new issue',
		repeats: false,
	}),
	of('issue', { message_id: '{{issue.last_message.id}}' })({
		value: 'issue_message',
		name: 'Issue Message Received',
		description: 'A new message in an issue',
		repeats: false,
		singledOutBy: 'message_id',
	}),
	issue({
		value: 'issue_reaction_added',
		name: 'Issue Reaction Added',
		description: 'A reaction (emoji) to a message',
		repeats: 'untold',
	}),
	issue({
		value: 'issue_status_changed',
		name: 'Issue Status Changed',
		description: 'The status of an issue changed',
		repeats: 'seenInRecord',
	}),
	issue({
		value: 'issue_tags_changed',
		name: 'Issue Tags Changed',
		description: 'The tags of an issue changed',
		repeats: 'seenInRecord',
	}),
	issue({
		value: 'issue_updated',
		name: 'Issue Updated',
		description: 'A field of an issue changed',
		repeats: 'seenInRecord',
	}),
];

const byValue = new Map(events.map((event) => [event.value, event]));

/**
 * @param value what a payload has in `event`
 * @returns the event of that name; undefined when the trigger does not know it
 */
export const eventNamed = (value: unknown): PylonEvent | undefined => byValue.get(value as string);

/**
 * Recognizes an event that somebody has written in other capitals, or as 'Trigger On' labels it. A label counts for chosen
 * events only: without a choice, it may as well be a name of the user's own.
 * @param text what a payload has in `event`
 * @param chosen the names that start the workflow; undefined for all
 * @returns the name as the trigger spells it; the text itself when it is another name
 */
export function eventWritten(text: string, chosen?: ReadonlySet<string>): string {
	const isSame = (name: string) => name.toLowerCase() === text.toLowerCase();
	const labelled = events.find(({ name, value }) => isSame(name) && chosen?.has(value));
	return [...(chosen ?? []), ...byValue.keys()].find(isSame) ?? labelled?.value ?? text;
}

/** The payload template for an event of the user's own. */
export const customTemplate = json({ event: 'your_event_name', issue_id: '{{issue.id}}' });

/** Payload templates for Pylon's action "Send webhook", by the names of their events. Pylon replaces the double braces. */
export const payloadTemplates: Record<string, string> = Object.fromEntries(
	events.map(({ value, template }) => [value, template]),
);
