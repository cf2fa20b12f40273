import { picker } from '../../fields/picker';
import type { Operation } from '../resource';
import { messages } from './messages';
import { warningsInItem } from './warnings';

export const importMessages: Operation = {
	name: 'Import Messages',
	value: 'importMessages',
	action: 'Import messages',
	description: 'Add old messages to an issue. Nobody is contacted.',
	routing: {
		request: { method: 'POST', url: '/import/issues/{issueId}/messages' },
		output: { postReceive: [warningsInItem] },
	},
	fields: [picker('Issue', 'issueId', 'The issue that the messages belong to'), ...messages],
};
