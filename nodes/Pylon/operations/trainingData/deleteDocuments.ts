import { textListField } from '../../parameters/lists/listFields';
import type { Operation } from '../operation';
import { countDeleted, someDocuments } from './deleteDocuments.steps';
import { documentIds, trainingDataId } from './fields';

export const deleteDocuments: Operation = {
	name: 'Delete Documents',
	value: 'deleteDocuments',
	action: 'Delete documents from training data',
	description:
		"Permanently delete documents from a container, so that Pylon's AI no longer answers from them. This cannot be undone. The deleted_count in the output can be too low if the request had to be sent again.",
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
				'IDs of the documents in your own system, separated by commas, or an expression that returns an array',
		}),
	],
};
