import { collections } from '../../fields/collections';
import { collectionId, knowledgeBaseId } from '../../fields/knowledgeBase';
import { texts } from '../../fields/texts';
import { aiAgentAccess, allowedAgents, visibility } from '../../fields/visibility';
import { somethingToChange } from '../../steps/body';
import type { Operation } from '../resource';
import { description, slug } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update knowledge base collection',
	description: 'Change the title, the description or the visibility of a collection. Only the fields that you add are changed.',
	routing: {
		request: { method: 'PATCH', url: '/knowledge-bases/{knowledgeBaseId}/collections/{collectionId}' },
		send: { preSend: [somethingToChange('Update Fields')] },
	},
	fields: [
		knowledgeBaseId,
		collectionId,
		{
			...collections.updateFields,
			options: [
				aiAgentAccess,
				allowedAgents,
				{ ...description, description: 'What readers find in the collection. Empty takes the description away.' },
				slug,
				{ ...texts.title, placeholder: 'e.g. Billing' },
				visibility,
			],
		},
	],
};
