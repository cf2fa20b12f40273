import { optionsField } from '../../parameters/choices/choiceFields';
import { textField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { article } from '../../records/article';
import { collection } from '../../records/collection';
import { recordField } from '../../parameters/record/recordField';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create route redirect of knowledge base',
	description: 'Send readers of an old address of the knowledge base to an article or a collection',
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/knowledge-bases/{knowledgeBaseId}/route-redirects' },
	safeToRepeat: false,
	fields: [
		knowledgeBaseId,
		textField({
			displayName: 'Old Path',
			name: 'fromPath',
			property: 'from_path',
			required: true,
			placeholder: 'e.g. /articles/export-data',
			description: 'The path that links still point to',
		}),
		optionsField({
			displayName: 'Redirect To',
			name: 'objectType',
			property: 'object_type',
			noDataExpression: true,
			default: 'article',
			options: [
				{ name: 'Article', value: 'article' },
				{ name: 'Collection', value: 'collection' },
			],
		}),
		{
			...recordField(article, {
				displayName: 'Article',
				name: 'articleId',
				property: 'object_id',
				description: 'The article that readers get to',
			}),
			displayOptions: { show: { objectType: ['article'] } },
		},
		{
			...recordField(collection, {
				displayName: 'Collection',
				name: 'collectionId',
				property: 'object_id',
				description: 'The collection that readers get to',
			}),
			displayOptions: { show: { objectType: ['collection'] } },
		},
		{
			...collections.additionalFields,
			options: [
				textField({
					displayName: 'Language',
					name: 'language',
					property: 'language',
					placeholder: 'e.g. de',
					description:
						'The language that the redirect is for. Without it, all of the knowledge base.',
				}),
			],
		},
	],
};
