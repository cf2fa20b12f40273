import type { INodeProperties } from 'n8n-workflow';
import {
	articleFormat,
	messageFields,
	optionalMessageFields,
} from '../../parameters/message/messageFields';

const CONTENT = {
	displayName: 'Content',
	name: 'content',
	property: 'body_html',
	placeholder: 'e.g. <p>Open Settings and choose Export.</p>',
};

export const content = messageFields(
	{
		...CONTENT,
		description:
			"The text of the article, written as 'Format' says: HTML unless you choose Markdown or plain text",
	},
	articleFormat,
);

export const changedContent = optionalMessageFields(
	{
		...CONTENT,
		description:
			"The new text of the draft, as HTML unless you add 'Content Format'. To show it to readers at once, add 'Publish New Content'.",
	},
	'html',
);

export const language: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'string',
	default: '',
	placeholder: 'e.g. de',
	description: 'One of the languages of the knowledge base. Without it, its default language.',
};

export const unlisted: INodeProperties = {
	displayName: 'Unlisted',
	name: 'isUnlisted',
	type: 'boolean',
	default: true,
	description: 'Whether only people who have the link find the article',
	routing: { send: { type: 'body', property: 'is_unlisted' } },
};
