import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { message } from '../../parameters/message/messageFields';
import type { Operation } from '../operation';
import { taskId } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create task comment',
	description: 'Comment on a task, as the user of the API token',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/tasks/{taskId}/comments' },
	safeToRepeat: false,
	fields: [
		taskId,
		...message,
		{
			...collections.additionalFields,
			options: [
				booleanField({
					displayName: 'Internal',
					name: 'isInternal',
					property: 'is_internal',
					default: true,
					description: 'Whether the comment is visible only to your team, not to the customer',
				}),
			],
		},
	],
};
