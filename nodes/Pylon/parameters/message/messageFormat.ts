import type { INodePropertyOptions } from 'n8n-workflow';
import { markdownToHtml } from '../../../shared/html/markdown/markdownToHtml';
import { plainTextToHtml } from '../../../shared/html/plainTextToHtml';
import { isBlank, readFreeText, WrongInput, type Choice } from '../../../shared/input';

/** The format of a message. Pylon itself only takes HTML. */
export type MessageFormat = 'html' | 'markdown' | 'plainText';

export const MESSAGE_FORMATS = [
	{
		name: 'Plain Text',
		value: 'plainText',
		description:
			'Readers see exactly what you type, including line breaks and characters such as < and *',
	},
	{
		name: 'Markdown',
		value: 'markdown',
		description:
			'Lists, links, **bold** and code are formatted; HTML tags are shown as text. Best for text from AI models.',
	},
	{
		name: 'HTML',
		value: 'html',
		description: 'Sent as it is. Line breaks need tags, and text from customers has to be escaped.',
	},
] satisfies Array<Choice<MessageFormat> & INodePropertyOptions>;

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
