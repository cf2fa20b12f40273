import type { INodeProperties } from 'n8n-workflow';

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
