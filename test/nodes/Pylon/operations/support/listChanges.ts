import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

/**
 * @param resource whose record is updated
 * @param id of the record
 * @param updateFields what is changed
 * @param more further parameters
 * @returns the parameters of the update
 */
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

/**
 * Runs the Pylon node on one item.
 * @param parameters of the node
 * @param item its JSON
 * @returns what the run came to
 */
export const run = async (parameters: INodeParameters, item: IDataObject = {}) =>
	await runPylon(pylon.credentials, parameters, [item]);

/** @returns the HTTP methods of all requests, in order */
export const methods = () => pylon.sim.requests.map(({ method }) => method);

/** @returns the body of the second request: the first one reads the record */
export const written = () => pylon.sim.requests[1]?.body;
