import { collections } from '../../fields/collections';
import { knowledgeBaseId } from '../../fields/knowledgeBase';
import { limit, returnAll } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import { textInQuery } from '../../steps/query';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';
import { language } from './fields';

/** Pages: notes on the API, section c. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many knowledge base articles',
	description: 'List the articles of a knowledge base, drafts included',
	routing: {
		request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/articles' },
		send: { preSend: [listing({ pageSize: 999 })] },
	},
	fields: [
		knowledgeBaseId,
		returnAll,
		limit,
		simplify.article,
		{
			...collections.filters,
			options: [
				{
					displayName: 'Embedded Media',
					name: 'media',
					type: 'options',
					default: 'none',
					description: 'Whether the texts come with the pictures and videos that are embedded in them',
					options: [
						{ name: 'Keep', value: 'all' },
						{ name: 'Leave Out', value: 'none' },
					],
					routing: { send: { type: 'query', property: 'media' } },
				},
				{
					...language,
					routing: { send: { type: 'query', property: 'language', preSend: [textInQuery('language', 'Language')] } },
				},
			],
		},
	],
};
