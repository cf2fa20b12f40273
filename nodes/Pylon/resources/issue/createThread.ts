import type { Operation } from '../resource';
import { issueId } from '../../fields/records';
import { textInBody } from '../../steps/body';
import { issueIdOfNumber } from './issueNumber.steps';

export const createThread: Operation = {
	name: 'Create Thread',
	value: 'createThread',
	action: 'Create thread in issue',
	description: 'Open an internal thread, for notes that customers do not see',
	routing: {
		request: { method: 'POST', url: '/issues/{issueId}/threads' },
		send: { preSend: [issueIdOfNumber] },
	},
	fields: [
		issueId,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Escalation to billing',
					description: 'How the thread is called in Pylon',
					routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
				},
			],
		},
	],
};
