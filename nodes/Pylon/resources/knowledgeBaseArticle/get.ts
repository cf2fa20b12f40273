import { collections } from '../../fields/collections';
import { articleId, knowledgeBaseId } from '../../fields/knowledgeBase';
import { simplify } from '../../fields/simplify';
import { textInQuery } from '../../steps/query';
import type { Operation } from '../resource';
import { language } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get knowledge base article',
	description: 'Read one article: its published text, its draft and who sees it',
	routing: { request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}' } },
	fields: [
		knowledgeBaseId,
		articleId,
		simplify.article,
		{
			...collections.options,
			options: [
				{
					...language,
					routing: { send: { type: 'query', property: 'language', preSend: [textInQuery('language', 'Language')] } },
				},
			],
		},
	],
};
