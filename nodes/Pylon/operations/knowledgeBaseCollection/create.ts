import { collections } from '../../parameters/collections';
import { knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { optionalRecord } from '../../parameters/record/recordField';
import { required } from '../../parameters/texts/commonTextFields';
import {
	aiAgentAccess,
	allowedAgents,
	visibility,
} from '../../parameters/visibility/visibilityField';
import { collection } from '../../records/collection';
import type { Operation } from '../operation';
import { description, slug } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create knowledge base collection',
	description:
		'Create a collection of articles in a knowledge base, at the top level or inside another collection',
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/knowledge-bases/{knowledgeBaseId}/collections' },
	safeToRepeat: false,
	fields: [
		knowledgeBaseId,
		required.contentTitle,
		{
			...collections.additionalFields,
			options: [
				aiAgentAccess,
				allowedAgents,
				description,
				optionalRecord(collection, {
					displayName: 'Parent Collection',
					name: 'parentCollectionId',
					property: 'parent_collection_id',
					description: 'The collection to put this one in',
				}),
				{
					...slug,
					description:
						'The name of the collection in its URL. By default, Pylon makes one from the title.',
				},
				visibility,
			],
		},
	],
};
