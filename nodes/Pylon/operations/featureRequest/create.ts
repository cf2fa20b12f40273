import { collections } from '../../parameters/collections';
import { required, texts } from '../../parameters/texts/textFields';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create feature request',
	description: 'Add a feature request that customers have asked for',
	request: { method: 'POST', url: '/feature-requests' },
	safeToRepeat: false,
	fields: [
		required.contentTitle,
		{
			...collections.additionalFields,
			options: [
				{
					...texts.description,
					typeOptions: { rows: 4 },
					description: 'What the customers need it for',
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
