import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon, type RunOptions } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

export const run = async (
	parameters: INodeParameters,
	inputs?: IDataObject[],
	options?: RunOptions,
) => await runPylon(pylon.credentials, { addNames: true, ...parameters }, inputs, options);

export const jsonOf = async (...given: Parameters<typeof run>): Promise<IDataObject[]> => {
	const { items, error } = await run(...given);
	if (error) throw error;
	return items.map(({ json }) => json);
};

export const getIssue = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'issue',
	operation: 'get',
	issueId: byId('={{ $json.id }}'),
	...more,
});
