import { collections } from '../../parameters/collections';
import {
	articleId,
	collectionId,
	knowledgeBaseId,
} from '../../parameters/record/knowledgeBaseFields';
import { article } from '../../records/article';
import { collection } from '../../records/collection';
import { textInBody } from '../../parameters/texts/body';
import { recordInBody } from '../../parameters/record/recordReference';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create route redirect of knowledge base',
	description: 'Send readers of an old address of the knowledge base to an article or a collection',
	request: { method: 'POST', url: '/knowledge-bases/{knowledgeBaseId}/route-redirects' },
	safeToRepeat: false,
	fields: [
		knowledgeBaseId,
		{
			displayName: 'Old Path',
			name: 'fromPath',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. /articles/export-data',
			description: 'The path that links still point to',
			routing: {
				send: {
					type: 'body',
					property: 'from_path',
					preSend: [textInBody('from_path', 'Old Path')],
				},
			},
		},
		{
			displayName: 'Redirect To',
			name: 'objectType',
			type: 'options',
			noDataExpression: true,
			default: 'article',
			options: [
				{ name: 'Article', value: 'article' },
				{ name: 'Collection', value: 'collection' },
			],
			routing: { send: { type: 'body', property: 'object_type' } },
		},
		{
			...articleId,
			displayOptions: { show: { objectType: ['article'] } },
			description: 'The article that readers get to',
			routing: {
				send: {
					type: 'body',
					property: 'object_id',
					preSend: [recordInBody(article, 'articleId', 'object_id', 'Article')],
				},
			},
		},
		{
			...collectionId,
			displayOptions: { show: { objectType: ['collection'] } },
			description: 'The collection that readers get to',
			routing: {
				send: {
					type: 'body',
					property: 'object_id',
					preSend: [recordInBody(collection, 'collectionId', 'object_id', 'Collection')],
				},
			},
		},
		{
			...collections.additionalFields,
			options: [
				{
					displayName: 'Language',
					name: 'language',
					type: 'string',
					default: '',
					placeholder: 'e.g. de',
					description:
						'The language that the redirect is for. Without it, all of the knowledge base.',
					routing: {
						send: {
							type: 'body',
							property: 'language',
							preSend: [textInBody('language', 'Language')],
						},
					},
				},
			],
		},
	],
};
