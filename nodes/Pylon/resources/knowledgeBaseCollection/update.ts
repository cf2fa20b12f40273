import { collectionId, knowledgeBaseId } from '../../fields/knowledgeBase';
import { aiAgentAccess, allowedAgents, visibility } from '../../fields/visibility';
import { somethingToChange, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { description, slug } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update collection',
	description: 'Change the title, the description or the visibility of a collection. Only the fields that you add are changed.',
	routing: {
		request: { method: 'PATCH', url: '/knowledge-bases/{knowledgeBaseId}/collections/{collectionId}' },
		send: { preSend: [somethingToChange('Update Fields')] },
	},
	fields: [
		knowledgeBaseId,
		collectionId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				aiAgentAccess,
				allowedAgents,
				{ ...description, description: 'What readers find in the collection. Empty takes the description away.' },
				slug,
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Billing',
					routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
				},
				visibility,
			],
		},
	],
};
