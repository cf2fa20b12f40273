import { readIds } from '../../../shared/input';
import { listName, recordList } from '../../parameters/record/recordListField';
import { listInQuery } from '../../parameters/query';
import type { Operation } from '../operation';
import { countDeleted, someDocuments } from './deleteDocuments.steps';
import { trainingDataId } from './fields';

export const deleteDocuments: Operation = {
	name: 'Delete Documents',
	value: 'deleteDocuments',
	action: 'Delete documents of training data',
	description:
		"Remove documents from a container, so that Pylon's AI no longer answers from them. This cannot be undone. The deleted_count that comes out is what Pylon counted: too low if the connection broke and the request was sent again.",
	request: { method: 'DELETE', url: '/training-data/{trainingDataId}/documents' },
	output: [countDeleted],
	fields: [
		trainingDataId,
		{
			...recordList(
				'Document',
				'documentIds',
				'getTrainingDataDocuments',
				'The documents to remove',
			),
			typeOptions: {
				loadOptionsMethod: 'getTrainingDataDocuments',
				loadOptionsDependsOn: ['trainingDataId.value'],
			},
			routing: {
				send: {
					type: 'query',
					property: 'document_ids',
					preSend: [listInQuery('document_ids', listName('Document'), readIds)],
				},
			},
		},
		{
			displayName: 'External IDs',
			name: 'externalIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. manual-1, manual-2',
			description:
				'IDs that your own system gave to the documents, separated by commas, or an expression that yields an array',
			routing: {
				send: {
					type: 'query',
					property: 'external_ids',
					preSend: [listInQuery('external_ids', 'External IDs'), someDocuments],
				},
			},
		},
	],
};
