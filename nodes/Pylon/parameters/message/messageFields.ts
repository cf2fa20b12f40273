import type { INodeProperties } from 'n8n-workflow';
import { loadedPreSend } from '../../run/loadedPreSend';
import { MESSAGE_FORMATS, type MessageFormat } from './messageFormat';

/** A text that Pylon keeps as HTML. */
interface Message {
	displayName: string;
	name: string;
	/** Property of the body; it takes HTML. */
	property: string;
	/** An example in the default format. */
	placeholder: string;
	description: string;
	/** What Pylon gets in order to empty the text; undefined where it cannot be emptied. */
	cleared?: string;
}

/** The text, and how it is written. */
type MessageFields = [text: INodeProperties, format: INodeProperties];

/** Takes no expression: the person who builds the workflow decides whether a text of a customer or a model may be HTML. */
const formatField = (displayName: string, defaultFormat: MessageFormat): INodeProperties => ({
	displayName,
	name: 'messageFormat',
	type: 'options',
	noDataExpression: true,
	default: defaultFormat,
	description: 'How the text is written. It is converted to the HTML that Pylon needs.',
	options: MESSAGE_FORMATS,
});

/** The format of a text that is a parameter of its own. */
export const messageFormat = formatField('Format', 'plainText');

/** `messageFormat` of an article, whose text mostly comes from an editor or from another system. */
export const articleFormat = formatField('Format', 'html');

function fieldsOf(
	{ displayName, name, property, cleared, ...looks }: Message,
	format: INodeProperties,
): MessageFields {
	const written = loadedPreSend(async () => {
		const { messageInBody } = await import('./readMessage');
		return messageInBody(format)(property, displayName, { cleared });
	});
	const text: INodeProperties = {
		displayName,
		name,
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		...looks,
		routing: {
			send: { type: 'body', property, preSend: [written] },
		},
	};
	return [text, format];
}

/**
 * @param message a text that the operation needs
 * @param format the parameter for its format
 * @returns both parameters, one after the other
 */
export function messageFields(message: Message, format = messageFormat): MessageFields {
	const [text] = fieldsOf(message, format);
	return [{ ...text, required: true }, format];
}

/**
 * @param message a text that can be added, or changed
 * @param defaultFormat its format unless the user adds the format, too
 * @returns the entries of the collection of optional fields
 */
export const optionalMessageFields = (
	message: Message,
	defaultFormat: MessageFormat = 'plainText',
): MessageFields => fieldsOf(message, formatField(`${message.displayName} Format`, defaultFormat));

/** The text of a message in an issue or under a task. */
export const message = messageFields({
	displayName: 'Message',
	name: 'message',
	property: 'body_html',
	placeholder: 'e.g. Hello Ada, thank you. We are looking into it.',
	description: "The text of the message, in the 'Format' below",
});
