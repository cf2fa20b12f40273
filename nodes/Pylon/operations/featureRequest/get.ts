import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { featureRequestId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get feature request',
	description: 'Get one feature request, optionally with its evidence',
	effect: 'reads',
	request: { method: 'GET', url: '/feature-requests/{featureRequestId}' },
	fields: [
		featureRequestId,
		{
			...collections.options,
			options: [
				booleanField({
					displayName: 'With Evidence',
					name: 'fetchEvidence',
					property: 'fetch_evidence',
					to: 'query',
					default: true,
					description:
						'Whether to include the issues, calls and answers in which customers asked for the feature',
				}),
			],
		},
	],
};
