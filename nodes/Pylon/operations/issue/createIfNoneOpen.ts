import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { create } from './create';
import { forSomebody, oneAuthor } from './create/steps';

/** The parameters of the new issue are those of 'Create', the same objects. */
export const createIfNoneOpen: Operation = {
	name: 'Create If None Open',
	value: 'createIfNoneOpen',
	action: 'Create issue if none is open',
	description:
		"Open an issue unless one with the same key is already open; in that case, return the open one. For alerts and repeated reports. 'created' in the result says whether it is new.",
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/issues' },
	safeToRepeat: false,
	load: async () => {
		const handler = await import('./createIfNoneOpen.handler');
		return {
			validate: [forSomebody, oneAuthor, handler.keyInBody],
			run: handler.createIfNoneOpen,
		};
	},
	fields: [
		{
			displayName: 'Key Field Name or ID',
			name: 'keyField',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getIssueKeyFields' },
			default: '',
			required: true,
			description:
				'Custom field of issues that holds the key, by slug. A text field that only your workflows write is best. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Key',
			name: 'keyValue',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. disk-full-db-1',
			description:
				'What makes two reports the same, for example the ID of an alert. The new issue gets this value.',
		},
		...create.fields.filter((field) => !output.issue.includes(field)),
		...output.openedIssue,
	],
};
