import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { articleId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { output } from '../../parameters/output/outputFields';
import { texts } from '../../parameters/texts/commonTextFields';
import {
	aiAgentAccess,
	allowedAgents,
	customerVisibilityCondition,
	visibility,
} from '../../parameters/visibility/visibilityField';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { changedContent, languageToChange, unlisted } from './fields';
import { tagsChange } from './lists';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update knowledge base article',
	description:
		"Change an article or one of its translations. New content goes into the draft unless 'Publish New Content' is added. Only the fields that you add are changed.",
	effect: 'reachesCustomers',
	request: { method: 'PATCH', url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		knowledgeBaseId,
		articleId,

		{
			...collections.updateFields,
			options: [
				aiAgentAccess,
				allowedAgents,
				...changedContent,
				customerVisibilityCondition,
				languageToChange,
				booleanField({
					displayName: 'Publish New Content',
					name: 'publishNewContent',
					property: 'publish_updated_body_html',
					default: true,
					description:
						"Whether readers see the text of 'Content' at once. Without it, the text stays a draft.",
				}),
				booleanField({
					displayName: 'Published',
					name: 'isPublished',
					property: 'is_published',
					default: true,
					description:
						'Whether readers see the article. Off takes it out of the knowledge base; the draft stays.',
				}),
				tagsChange,
				{ ...texts.title, placeholder: 'e.g. How to export your data' },
				unlisted,
				visibility,
			],
		},
		...output.article,
	],
};
