import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import { toolFor } from '../../../../support/aiTool';
import { withPylon } from '../../../../support/pylon';

export const pylon = withPylon();

export const node = new Pylon();

/** Makes an expression for an argument of the model's, as the editor's button does. */
export const fromAI = (key: string, type = 'string') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`\`, '${type}') }}`;

/** Makes a record picker whose value is an argument of the model's. */
export const picker = (key: string, mode = 'id', type = 'string') => ({
	__rl: true,
	mode,
	value: fromAI(key, type),
});

/** Calls a tool whose model may do everything. */
export const call = async (parameters: INodeParameters, args: IDataObject) => {
	const decides = { letModelDecide: true, ...parameters };
	const tool = await toolFor(node, decides, pylon.credentials);
	return JSON.parse(await tool.invoke(args)) as IDataObject[];
};

/** @returns the body of the last request that the simulated Pylon received */
export const lastBody = () => pylon.sim.requests.at(-1)?.body;
