import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../../sandbox/pylon';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

/** What went wrong with values in other integrations, in whole jobs: the values one by one are in matrix.test.ts. */
export const pylon = withPylon();

/**
 * Runs the Pylon node over some items; over one empty item when there are none.
 * @param parameters of the node
 * @param items JSON of the items
 * @returns what the run came to
 */
export const run = async (parameters: INodeParameters, ...items: IDataObject[]) =>
	await runPylon(pylon.credentials, parameters, items.length > 0 ? items : [{}]);

/**
 * @param method of HTTP, in capitals
 * @returns the requests with it, in order
 */
export const sent = (method: string) =>
	pylon.sim.requests.filter((request) => request.method === method);

/**
 * @param method of HTTP, in capitals
 * @returns the body of the last request with it
 */
export const bodyOf = (method: string) => sent(method).at(-1)?.body as IDataObject;

/**
 * @param updateFields what is changed
 * @returns the parameters of an update of an issue
 */
export const updateIssue = (updateFields: INodeParameters): INodeParameters => ({
	resource: 'issue',
	operation: 'update',
	issueId: byId(seedIds.issues.initech),
	updateFields,
});
