import type { INodeParameters } from 'n8n-workflow';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

export const NORA = 'nora@northwind.example';

export const OMAR = 'omar@northwind.example';

export const CARLA = 'carla@globex.example';

export const DMITRI = 'dmitri@initech.example';

/**
 * Runs the Pylon node over some items; over one empty item when there are none.
 * @param parameters of the node
 * @param inputs JSON of the items
 * @returns what the run came to
 */
export const run = (parameters: INodeParameters, ...inputs: object[]) =>
	runPylon(
		pylon.credentials,
		parameters,
		inputs.length === 0 ? [{}] : inputs.map((json) => ({ ...json })),
	);

/** @returns what the simulated Pylon was asked, in order, e.g. `GET /issues/101` */
export const asked = () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`);
