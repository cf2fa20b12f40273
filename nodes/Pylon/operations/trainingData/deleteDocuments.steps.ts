import type { IDataObject, INodeExecutionData, PostReceiveAction } from 'n8n-workflow';
import { queryOf } from '../../parameters/query';
import { wrongInput } from '../../parameters/values';
import type { Step } from '../../run/operationPlan';
import { documentIds } from './fields';

/**
 * What Pylon deletes without either list is not documented, so it is never asked to.
 * @throws NodeOperationError when both lists are empty
 */
export const someDocuments: Step = function (request) {
	const { document_ids: ids, external_ids: externalIds } = queryOf(request);
	if (ids !== undefined || externalIds !== undefined) return;
	throw wrongInput(
		this,
		`'${documentIds.displayName}' and 'External IDs' are both empty`,
		'Name at least one document. If they hold expressions, check that the incoming item has the fields that they read.',
	);
};

/**
 * Adds how many there were: an ID that Pylon does not know is passed over without a word. So is what a first try has
 * deleted whose answer was lost; the description says so.
 */
export const countDeleted: PostReceiveAction = async (
	items,
	{ body },
): Promise<INodeExecutionData[]> => {
	const { deleted_count: count } = (body ?? {}) as IDataObject;
	return items.map(({ json }) => ({
		json: count === undefined ? json : { ...json, deleted_count: count },
	}));
};
