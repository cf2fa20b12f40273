import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { labelOf } from '../records/recordKind';
import { isRecord } from '../../shared/client/envelope';
import { askPylon } from '../../shared/client/editorClient';
import { byName, entryOf } from './options';
import { choicesBefore, parentIn } from './parent';

/**
 * Fetches the documents of the chosen container; they come with the container (openapi.yaml, `TrainingData`).
 * @returns entries of a multi-select, with the ID as value
 * @throws NodeOperationError whose message says what is wrong and what to do (see `askPylon`)
 */
export async function getTrainingDataDocuments(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const before = choicesBefore(this, 'trainingDataId');
	if (before !== undefined) return before;
	const id = await parentIn(this, 'trainingDataId');
	const { records } = await askPylon(this, {
		template: '/training-data/{trainingDataId}',
		ids: { trainingDataId: id },
		one: true,
	});
	const documents = records.flatMap((container) =>
		Array.isArray(container.documents) ? container.documents : [],
	);
	return byName(
		documents
			.filter(isRecord)
			.flatMap(({ id, file_name: name, external_id: externalId }) =>
				entryOf(id, labelOf(name, externalId)),
			),
	);
}
