import { collectionId, knowledgeBaseId } from '../../fields/knowledgeBase';
import { picker } from '../../fields/picker';
import { aiAgentAccess, allowedAgents, customerVisibilityCondition, visibility } from '../../fields/visibility';
import { idInBody, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { translationsInBody } from './article.steps';
import { unlisted } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create article',
	description: "Write a knowledge base article. It is a draft unless 'Published' is added.",
	routing: { request: { method: 'POST', url: '/knowledge-bases/{knowledgeBaseId}/articles' } },
	fields: [
		knowledgeBaseId,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. How to export your data',
			routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
		},
		{
			displayName: 'Body (HTML)',
			name: 'bodyHtml',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			placeholder: 'e.g. <p>Open Settings and choose Export.</p>',
			description: 'The text of the article, as HTML',
			routing: { send: { type: 'body', property: 'body_html', preSend: [textInBody('body_html', 'Body (HTML)')] } },
		},
		{
			...picker('Author', 'authorUserId', 'The user who is shown as the author'),
			routing: { send: { type: 'body', property: 'author_user_id', preSend: [idInBody('author_user_id', 'Author')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				aiAgentAccess,
				allowedAgents,
				{
					...collectionId,
					required: false,
					description: 'The collection that the article belongs to',
					routing: { send: { type: 'body', property: 'collection_id', preSend: [idInBody('collection_id', 'Collection')] } },
				},
				customerVisibilityCondition,
				{
					displayName: 'Published',
					name: 'isPublished',
					type: 'boolean',
					default: true,
					description: 'Whether readers see the article at once',
					routing: { send: { type: 'body', property: 'is_published' } },
				},
				{
					displayName: 'Slug',
					name: 'slug',
					type: 'string',
					default: '',
					placeholder: 'e.g. export-your-data',
					description: 'The name of the article in its address. Without it, Pylon makes one of the title.',
					routing: { send: { type: 'body', property: 'slug', preSend: [textInBody('slug', 'Slug')] } },
				},
				{
					displayName: 'Translations',
					name: 'translations',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add Translation',
					default: {},
					description: 'The article in further languages of the knowledge base',
					routing: { send: { type: 'body', property: 'translations', preSend: [translationsInBody] } },
					options: [
						{
							name: 'translation',
							displayName: 'Translation',
							values: [
								{
									displayName: 'Body (HTML)',
									name: 'bodyHtml',
									type: 'string',
									typeOptions: { rows: 5 },
									default: '',
								},
								{
									displayName: 'Language',
									name: 'language',
									type: 'string',
									default: '',
									placeholder: 'e.g. de',
								},
								{
									displayName: 'Title',
									name: 'title',
									type: 'string',
									default: '',
								},
							],
						},
					],
				},
				unlisted,
				visibility,
			],
		},
	],
};
