import { picker } from '../../parameters/record/recordField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { accountRelationship } from '../../records/accountRelationship';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete account relationship',
	description:
		'Disconnect an account from its parent or partner. This cannot be undone; both accounts are kept.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/accounts/{accountId}/relationships/{accountRelationshipId}' },
	fields: [
		accountId,
		picker(
			'Account Relationship',
			'accountRelationshipId',
			"The relationship to end. 'Get Many' lists those of an account.",
			accountRelationship,
		),
	],
};
