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
		"Update an article or one of its translations. New content goes to the draft unless you add 'Publish New Content'. Only the fields that you add are changed.",
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
						"Whether to publish the text of 'Content' right away. By default, it stays a draft.",
				}),
				booleanField({
					displayName: 'Published',
					name: 'isPublished',
					property: 'is_published',
					default: true,
					description:
						'Whether readers can see the article. Turn off to unpublish it; the draft stays.',
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
