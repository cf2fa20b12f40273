import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readSwitch } from '../../../../shared/input';
import { isLeftOut, isToolCall } from '../../../run/tool';

/**
 * @param context the item's context
 * @returns whether nothing is merged. A switch that a model leaves empty is on: a dry run must not become a merge.
 * @throws WrongInput when 'Dry Run' is neither true nor false
 */
export function isDryRunOf(context: IExecuteSingleFunctions): boolean {
	const value = context.getNodeParameter('dryRun', true) as unknown;
	return (isToolCall(context) && isLeftOut(value)) || readSwitch(value, 'Dry Run');
}
