import { contactId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete a contact. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/contacts/{contactId}' },
	fields: [contactId],
};
