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
	action: 'Create knowledge base redirect',
	description: 'Redirect an old URL of the knowledge base to an article or a collection',
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
			description: 'The old path to redirect from',
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
				description: 'The article to redirect to',
			}),
			displayOptions: { show: { objectType: ['article'] } },
		},
		{
			...recordField(collection, {
				displayName: 'Collection',
				name: 'collectionId',
				property: 'object_id',
				description: 'The collection to redirect to',
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
						'The language to redirect for. By default, all languages of the knowledge base.',
				}),
			],
		},
	],
};
