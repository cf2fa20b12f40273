import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { optionalRecord, recordField } from '../../parameters/record/recordField';
import { output } from '../../parameters/output/outputFields';
import { required, texts } from '../../parameters/texts/commonTextFields';
import {
	aiAgentAccess,
	allowedAgents,
	customerVisibilityCondition,
	visibility,
} from '../../parameters/visibility/visibilityField';
import { collection } from '../../records/collection';
import { user } from '../../records/user';
import type { Operation } from '../operation';
import { groupField } from '../../parameters/groups/groupField';
import { content, unlisted } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create knowledge base article',
	description: "Create a knowledge base article. It stays a draft unless you add 'Published'.",
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/knowledge-bases/{knowledgeBaseId}/articles' },
	safeToRepeat: false,
	fields: [
		knowledgeBaseId,
		required.contentTitle,
		...content,
		recordField(user, {
			displayName: 'Author',
			name: 'authorUserId',
			property: 'author_user_id',
			description: 'The user to show as the author',
		}),

		{
			...collections.additionalFields,
			options: [
				aiAgentAccess,
				allowedAgents,
				optionalRecord(collection, {
					displayName: 'Collection',
					name: 'collectionId',
					property: 'collection_id',
					description: 'The collection that the article belongs to',
				}),
				customerVisibilityCondition,
				booleanField({
					displayName: 'Published',
					name: 'isPublished',
					property: 'is_published',
					default: true,
					description: 'Whether to publish the article right away',
				}),
				{
					...texts.slug,
					placeholder: 'e.g. export-your-data',
					description:
						'The name of the article in its URL. By default, Pylon makes one from the title.',
				},
				groupField({
					displayName: 'Translations',
					name: 'translations',
					property: 'translations',
					placeholder: 'Add Translation',
					description: 'The article in other languages of the knowledge base',
					read: async (context, given) =>
						(await import('./article.steps')).readTranslations(context, given),
					entry: {
						name: 'translation',
						displayName: 'Translation',
						values: [
							{
								displayName: 'Content',
								name: 'content',
								type: 'string',
								typeOptions: { rows: 5 },
								default: '',
								placeholder: 'e.g. <p>Wählen Sie Exportieren.</p>',
								description: "The text in this language, in the 'Format' of the article",
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
								placeholder: 'e.g. Daten exportieren',
								type: 'string',
								default: '',
							},
						],
					},
				}),
				unlisted,
				visibility,
			],
		},
		...output.article,
	],
};
