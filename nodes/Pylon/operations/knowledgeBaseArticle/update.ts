import { collections } from '../../parameters/collections';
import { articleId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { output } from '../../parameters/output/outputFields';
import { texts } from '../../parameters/texts/textFields';
import {
	aiAgentAccess,
	allowedAgents,
	customerVisibilityCondition,
	visibility,
} from '../../parameters/visibility/visibilityField';
import { textInBody, somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { changedContent, language, unlisted } from './fields';
import { tagsChange } from './lists';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update knowledge base article',
	description:
		"Change an article or one of its translations. New content goes into the draft unless 'Publish New Content' is added. Only the fields that you add are changed.",
	request: { method: 'PATCH', url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		knowledgeBaseId,
		articleId,
		...output.article,
		{
			...collections.updateFields,
			options: [
				aiAgentAccess,
				allowedAgents,
				...changedContent,
				customerVisibilityCondition,
				{
					...language,
					description:
						'The translation whose title and content are changed. Without it, the default language.',
					routing: {
						send: {
							type: 'body',
							property: 'language',
							preSend: [textInBody('language', 'Language')],
						},
					},
				},
				{
					displayName: 'Publish New Content',
					name: 'publishNewContent',
					type: 'boolean',
					default: true,
					description:
						"Whether readers see the text of 'Content' at once. Without it, the text stays a draft.",
					routing: { send: { type: 'body', property: 'publish_updated_body_html' } },
				},
				{
					displayName: 'Published',
					name: 'isPublished',
					type: 'boolean',
					default: true,
					description:
						'Whether readers see the article. Off takes it out of the knowledge base; the draft stays.',
					routing: { send: { type: 'body', property: 'is_published' } },
				},
				tagsChange,
				{ ...texts.title, placeholder: 'e.g. How to export your data' },
				unlisted,
				visibility,
			],
		},
	],
};
