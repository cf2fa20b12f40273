import { textInBody } from '../../steps/body';
import { textOrEmptyInBody } from '../../steps/clearable';
import type { Operation } from '../resource';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create feature request',
	description: 'Add a feature request that customers have asked for',
	routing: { request: { method: 'POST', url: '/feature-requests' } },
	fields: [
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Export as PDF',
			routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					description: 'What the customers need it for',
					routing: {
						send: { type: 'body', property: 'description', preSend: [textOrEmptyInBody('description', 'Description')] },
					},
				},
				{
					displayName: 'Find Evidence',
					name: 'shouldAutoFetchEvidence',
					type: 'boolean',
					default: true,
					description: 'Whether Pylon looks for issues and calls in which customers ask for it',
					routing: { send: { type: 'body', property: 'should_auto_fetch_evidence' } },
				},
			],
		},
	],
};
