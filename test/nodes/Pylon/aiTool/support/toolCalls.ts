import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import { toolFor } from '../../../../support/aiTool';
import { withPylon } from '../../../../support/pylon';

export const pylon = withPylon();

export const node = new Pylon();

/**
 * Makes an expression for an argument of the model's, as the editor's button does.
 * @param key name of the argument
 * @param type what the model is to give, as `$fromAI` calls it: `string`, `number`, `boolean` or `json`
 * @returns the expression with its braces
 */
export const fromAI = (key: string, type = 'string') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`\`, '${type}') }}`;

/**
 * Makes a record picker whose value is an argument of the model's.
 * @param key name of the argument
 * @param mode how the picker's value names the record
 * @param type see `fromAI`
 * @returns the parameter as n8n stores it
 */
export const picker = (key: string, mode = 'id', type = 'string') => ({
	__rl: true,
	mode,
	value: fromAI(key, type),
});

/**
 * Calls a tool whose model may do everything.
 * @param parameters of the tool
 * @param args the arguments that the model gives, by key
 * @returns the JSON of the items that the tool answers with
 */
export const call = async (parameters: INodeParameters, args: IDataObject) => {
	const decides = { letModelDecide: true, ...parameters };
	const tool = await toolFor(node, decides, pylon.credentials);
	return JSON.parse(await tool.invoke(args)) as IDataObject[];
};

/** @returns the body of the last request that the simulated Pylon received */
export const lastBody = () => pylon.sim.requests.at(-1)?.body;
