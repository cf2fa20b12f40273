import type { INodePropertyOptions } from 'n8n-workflow';
import type { Choice } from '../../../shared/input';

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
