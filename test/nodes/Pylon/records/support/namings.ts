import type { INodeParameters } from 'n8n-workflow';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

/**
 * Runs the Pylon node on one item.
 * @param parameters of the node
 * @param json of the item
 * @returns what the run came to
 */
export const run = (parameters: INodeParameters, json = {}) =>
	runPylon(pylon.credentials, parameters, [json]);

/** @returns what the simulated Pylon was asked, in order, e.g. `GET /issues/101` */
export const requests = () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`);
