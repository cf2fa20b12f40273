import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

/** Makes the parameters of an update of a record. */
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

/** Runs the Pylon node on one item. */
export const run = async (parameters: INodeParameters, item: IDataObject = {}) =>
	await runPylon(pylon.credentials, parameters, [item]);

/** @returns the HTTP methods of all requests, in order */
export const methods = () => pylon.sim.requests.map(({ method }) => method);

/** @returns the body of the second request: the first one reads the record */
export const written = () => pylon.sim.requests[1]?.body;
