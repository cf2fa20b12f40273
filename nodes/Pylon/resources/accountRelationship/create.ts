import { picker } from '../../fields/picker';
import { accountId } from '../../fields/records';
import { idInBody } from '../../steps/body';
import type { Operation } from '../resource';

/** The account of the path is the child or client (openapi.yaml, `createAccountRelationship`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account relationship',
	description: 'Say that an account belongs to a parent account, or is looked after by a partner',
	routing: { request: { method: 'POST', url: '/accounts/{accountId}/relationship' } },
	fields: [
		{ ...accountId, description: 'The child account, or the client of the partner' },
		{
			displayName: 'Relationship',
			name: 'relationshipType',
			type: 'options',
			default: 'parent_account',
			description: "What the 'Related Account' is to the 'Account'",
			options: [
				{ name: 'Parent', value: 'parent_account' },
				{ name: 'Partner', value: 'partner_account' },
			],
			routing: { send: { type: 'body', property: 'relationship_type' } },
		},
		{
			...picker('Related Account', 'relatedAccountId', 'The parent or the partner'),
			routing: {
				send: { type: 'body', property: 'related_object_id', preSend: [idInBody('related_object_id', 'Related Account')] },
			},
		},
	],
};
