import { optionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { languageToRead } from './fields';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many knowledge base articles',
	description: 'List the articles of a knowledge base, including drafts',
	effect: 'reads',
	request: { method: 'GET', url: '/knowledge-bases/{knowledgeBaseId}/articles' },
	list: {},
	fields: [
		knowledgeBaseId,
		returnAll,
		limit,

		{
			...collections.filters,
			options: [
				optionsField({
					displayName: 'Embedded Media',
					name: 'media',
					property: 'media',
					to: 'query',
					default: 'none',
					description: 'What to do with images and videos that are embedded in the texts',
					options: [
						{ name: 'Keep', value: 'all' },
						{ name: 'Leave Out', value: 'none' },
					],
				}),
				languageToRead,
			],
		},
		...output.article,
	],
};
