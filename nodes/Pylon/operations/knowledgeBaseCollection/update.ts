import { collections } from '../../parameters/collections';
import { collectionId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { texts } from '../../parameters/texts/commonTextFields';
import {
	aiAgentAccess,
	allowedAgents,
	visibility,
} from '../../parameters/visibility/visibilityField';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { description, slug } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update knowledge base collection',
	description:
		'Change the title, description or visibility of a collection. Only the fields that you add are changed.',
	effect: 'reachesCustomers',
	request: {
		method: 'PATCH',
		url: '/knowledge-bases/{knowledgeBaseId}/collections/{collectionId}',
	},
	validate: [somethingToChange('Update Fields')],
	fields: [
		knowledgeBaseId,
		collectionId,
		{
			...collections.updateFields,
			options: [
				aiAgentAccess,
				allowedAgents,
				{
					...description,
					description:
						"What readers find in the collection. To remove the description, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
				},
				slug,
				{ ...texts.title, placeholder: 'e.g. Billing' },
				visibility,
			],
		},
	],
};
