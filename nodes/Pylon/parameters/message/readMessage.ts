import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { markdownToHtml } from '../../../shared/html/markdown/markdownToHtml';
import { plainTextToHtml } from '../../../shared/html/plainTextToHtml';
import { isBlank, readChoice, readFreeText, WrongInput } from '../../../shared/input';
import { addedParameter, parameterOnce } from '../../run/parameter';
import { inBody } from '../texts/body';
import { MESSAGE_FORMATS, type MessageFormat } from './messageFormat';

const TO_HTML: Record<MessageFormat, (text: string) => string> = {
	html: (text) => text,
	markdown: markdownToHtml,
	plainText: plainTextToHtml,
};

/**
 * Reads a message.
 * @param value text in the format, a number, or true or false
 * @param displayName the parameter's display name
 * @param format the format in which it is written
 * @returns HTML for Pylon
 * @throws WrongInput see `readFreeText`; also when nothing of the message would be shown
 */
export function readMessage(value: unknown, displayName: string, format: MessageFormat): string {
	const html = TO_HTML[format](readFreeText(value, displayName));
	if (!isBlank(html)) return html;
	// In Markdown, the definition of a link shows nothing by itself.
	throw new WrongInput(
		`'${displayName}' has no visible text`,
		'In the chosen format, none of the text is visible. Add text, or choose another format.',
	);
}

/**
 * @param context the item's context
 * @param format the parameter, one of its own or among the fields that can be added
 * @returns the format in which the operation's text is written
 * @throws WrongInput when it is none of the choices
 */
export function formatIn(
	context: IExecuteSingleFunctions,
	{ displayName, name, default: standard }: INodeProperties,
): MessageFormat {
	const { value } = addedParameter(context, name) ?? {
		value: parameterOnce(context, name, standard),
	};
	return readChoice<MessageFormat>(value, displayName, MESSAGE_FORMATS);
}

/**
 * Makes `preSend` functions that put a message into the body as HTML.
 * @param format the parameter that says how the message is written
 * @returns what `inBody` returns
 */
export const messageInBody = (format: INodeProperties) =>
	inBody((value, displayName, context) =>
		readMessage(value, displayName, formatIn(context, format)),
	);
