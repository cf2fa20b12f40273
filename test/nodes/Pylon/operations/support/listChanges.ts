import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

export const update = (
	resource: string,
	id: string,
	updateFields: INodeParameters,
	more: INodeParameters = {},
): INodeParameters => ({
	resource,
	operation: 'update',
	[`${resource}Id`]: byId(id),
	updateFields,
	...more,
});

export const run = async (parameters: INodeParameters, item: IDataObject = {}) =>
	await runPylon(pylon.credentials, parameters, [item]);

export const methods = () => pylon.sim.requests.map(({ method }) => method);

export const written = () => pylon.sim.requests[1]?.body;
