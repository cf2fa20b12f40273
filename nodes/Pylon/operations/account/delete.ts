import { accountId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete account',
	description:
		"Delete an account. This cannot be undone. To bring two accounts together, use 'Merge'.",
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/accounts/{accountId}' },
	fields: [accountId],
};
