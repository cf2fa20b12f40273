import { collections } from '../../parameters/collections';
import { articleId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { languageToRead } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get knowledge base article',
	description: 'Get one article: its published text, its draft and who can see it',
	effect: 'reads',
	request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}' },
	fields: [
		knowledgeBaseId,
		articleId,

		{
			...collections.options,
			options: [languageToRead],
		},
		...output.article,
	],
};
