import type { INodeParameters } from 'n8n-workflow';
import { withPylon } from '../../../../support/pylon';
import { runPylon } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

export const run = (parameters: INodeParameters, json = {}) =>
	runPylon(pylon.credentials, parameters, [json]);

export const requests = () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`);
