import { textListField } from '../../parameters/lists/listFields';
import type { Operation } from '../operation';
import { countDeleted, someDocuments } from './deleteDocuments.steps';
import { documentIds, trainingDataId } from './fields';

export const deleteDocuments: Operation = {
	name: 'Delete Documents',
	value: 'deleteDocuments',
	action: 'Delete documents of training data',
	description:
		"Remove documents from a container, so that Pylon's AI no longer answers from them. This cannot be undone. The deleted_count that comes out is what Pylon counted: too low if the connection broke and the request was sent again.",
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/training-data/{trainingDataId}/documents' },
	validate: [someDocuments],
	output: [countDeleted],
	fields: [
		trainingDataId,
		documentIds,
		textListField({
			displayName: 'External IDs',
			name: 'externalIds',
			property: 'external_ids',
			to: 'query',
			placeholder: 'e.g. manual-1, manual-2',
			description:
				'IDs that your own system gave to the documents, separated by commas, or an expression that returns an array',
		}),
	],
};
