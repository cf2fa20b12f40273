import { issue } from '../../records/issue';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { parameterOnce } from '../../run/parameter';
import type { Check } from '../../run/operationPlan';

/**
 * Looks an issue's number up first and puts the ID into the path: for endpoints that take only the ID (no `issue number`
 * under `x-accepts` in openapi.yaml), and for 'Update' and 'Reply', so that items which write to one issue keep their order
 * however they name it. Nothing is looked up for an ID.
 * @param call the item's call
 * @throws NodeOperationError when 'Issue' names no issue, or Pylon has none with the number; NodeApiError when Pylon gives no
 * good answer
 */
export const issueIdOfNumber: Check = async (call) => {
	const named = readPicked(call.context, parameterOnce(call.context, 'issueId'), 'Issue', issue);
	if (named.mode !== 'number') return;
	call.request.ids.issueId = await idOf(call, issue, 'Issue', named);
};
