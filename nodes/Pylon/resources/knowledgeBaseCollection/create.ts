import { knowledgeBaseId } from '../../fields/knowledgeBase';
import { picker } from '../../fields/picker';
import { aiAgentAccess, allowedAgents, visibility } from '../../fields/visibility';
import { idInBody, textInBody } from '../../steps/body';
import type { Operation } from '../resource';
import { description, slug } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create collection',
	description: 'Add a collection that holds articles of a knowledge base, on its own or inside another one',
	routing: { request: { method: 'POST', url: '/knowledge-bases/{knowledgeBaseId}/collections' } },
	fields: [
		knowledgeBaseId,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Billing',
			routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				aiAgentAccess,
				allowedAgents,
				description,
				{
					...picker('Parent Collection', 'parentCollectionId', 'The collection that this one is put into'),
					required: false,
					routing: {
						send: {
							type: 'body',
							property: 'parent_collection_id',
							preSend: [idInBody('parent_collection_id', 'Parent Collection')],
						},
					},
				},
				{ ...slug, description: 'The name of the collection in its address. Without it, Pylon makes one of the title.' },
				visibility,
			],
		},
	],
};
