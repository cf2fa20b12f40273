import { optionsField } from '../../parameters/choices/choiceFields';
import { recordField } from '../../parameters/record/recordField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { account } from '../../records/account';
import type { Operation } from '../operation';

/** The account of the path is the child or client (openapi.yaml, `createAccountRelationship`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account relationship',
	description: 'Connect an account to its parent account, or to the partner that looks after it',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/accounts/{accountId}/relationship' },
	safeToRepeat: false,
	fields: [
		accountId,
		optionsField({
			displayName: 'Relationship',
			name: 'relationshipType',
			property: 'relationship_type',
			default: 'parent_account',
			description: "What the 'Related Account' is to the 'Account'",
			options: [
				{ name: 'Parent', value: 'parent_account' },
				{ name: 'Partner', value: 'partner_account' },
			],
		}),
		recordField(account, {
			displayName: 'Related Account',
			name: 'relatedAccountId',
			property: 'related_object_id',
			description: "The parent of the 'Account', or the partner that looks after it",
		}),
	],
};
