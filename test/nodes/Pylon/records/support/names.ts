import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon, type RunOptions } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

/** Runs the Pylon node with 'Add Names'. */
export const run = async (
	parameters: INodeParameters,
	inputs?: IDataObject[],
	options?: RunOptions,
) => await runPylon(pylon.credentials, { addNames: true, ...parameters }, inputs, options);

/** Runs the Pylon node with 'Add Names', and gives the JSON of its items; throws when it fails. */
export const jsonOf = async (...given: Parameters<typeof run>): Promise<IDataObject[]> => {
	const { items, error } = await run(...given);
	if (error) throw error;
	return items.map(({ json }) => json);
};

/** Makes the parameters of 'Issue: Get' for each item's `id`. */
export const getIssue = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'issue',
	operation: 'get',
	issueId: byId('={{ $json.id }}'),
	...more,
});
