import type { IDataObject, INodeExecutionData, PostReceiveAction } from 'n8n-workflow';
import { CHECK_EXPRESSIONS } from '../../../shared/input';
import { queryOf } from '../../parameters/query';
import { wrongInput } from '../../parameters/values';
import type { Step } from '../../run/operationPlan';
import { documentIds } from './fields';

/**
 * Pylon does not document what it deletes without either list, so such a request is never sent.
 * @throws NodeOperationError when both lists are empty
 */
export const someDocuments: Step = function (request) {
	const { document_ids: ids, external_ids: externalIds } = queryOf(request);
	if (ids !== undefined || externalIds !== undefined) return;
	throw wrongInput(
		this,
		`'${documentIds.displayName}' and 'External IDs' are both empty`,
		`Choose at least one document. ${CHECK_EXPRESSIONS}`,
	);
};

/**
 * Adds how many documents were deleted: Pylon silently ignores an ID that it does not know. It does not count a document
 * either that a first try has deleted whose answer was lost; the description says so.
 * @param items the items of the response
 * @param response Pylon's response, with `deleted_count`
 * @returns the items, with `deleted_count` where Pylon sent it
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
