import { collections } from '../../parameters/collections';
import type { Operation } from '../operation';
import { featureRequestId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get feature request',
	description: 'Read one feature request, optionally with its evidence',
	request: { method: 'GET', url: '/feature-requests/{featureRequestId}' },
	fields: [
		featureRequestId,
		{
			...collections.options,
			options: [
				{
					displayName: 'With Evidence',
					name: 'fetchEvidence',
					type: 'boolean',
					default: true,
					description:
						'Whether to read the issues, calls and answers in which customers asked for it too',
					routing: { send: { type: 'query', property: 'fetch_evidence' } },
				},
			],
		},
	],
};
