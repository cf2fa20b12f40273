import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon, type RunOptions } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

/**
 * Runs the Pylon node with 'Add Names'.
 * @param parameters further ones
 * @param inputs JSON of the items; one empty item unless told otherwise
 * @param options see `runPylon`
 * @returns what the run came to
 */
export const run = async (
	parameters: INodeParameters,
	inputs?: IDataObject[],
	options?: RunOptions,
) => await runPylon(pylon.credentials, { addNames: true, ...parameters }, inputs, options);

/**
 * Runs the Pylon node with 'Add Names'.
 * @param given see `run`
 * @returns the JSON of its items
 * @throws NodeApiError or NodeOperationError when the run fails
 */
export const jsonOf = async (...given: Parameters<typeof run>): Promise<IDataObject[]> => {
	const { items, error } = await run(...given);
	if (error) throw error;
	return items.map(({ json }) => json);
};

/**
 * @param more further parameters, or others
 * @returns the parameters of 'Issue: Get' for each item's `id`
 */
export const getIssue = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'issue',
	operation: 'get',
	issueId: byId('={{ $json.id }}'),
	...more,
});
