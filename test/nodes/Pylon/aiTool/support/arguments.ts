import {
	NodeHelpers,
	type GenericValue,
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
} from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import type { Operation, Resource } from '../../../../../nodes/Pylon/operations/operation';
import { needsPerson } from '../../../../../nodes/Pylon/run/modelGuard';
import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import { nodeOf } from '../../../../support/additionalData';
import { toolTypeOf } from '../../../../support/aiTool';
import { leastIn, valuesIn } from './values';

/** A tool as somebody has set it up, and what a model calls it with. */
export interface ToolCall {
	parameters: INodeParameters;
	args: IDataObject;
}

/** How a model gives values that are no text: as they are, or all as text. */
export type Style = 'typed' | 'text';

const tool = toolTypeOf(new Pylon());

/** Fills parameters with `$fromAI()` as the editor's button does (n8n 2.41: key, description, type). */
class Asking {
	readonly args: IDataObject = {};

	constructor(private readonly style: Style) {}

	leaf({ type }: INodeProperties, path: string[], value: GenericValue): GenericValue {
		const key = path.join('_').slice(0, 64);
		const own = type === 'number' || type === 'boolean' || type === 'json' ? type : 'string';
		const asText = this.style === 'text' || own === 'string';
		if (!asText) this.args[key] = value as IDataObject;
		else this.args[key] = typeof value === 'string' ? value : JSON.stringify(value);
		return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`\`, '${asText ? 'string' : own}') }}`;
	}

	value(property: INodeProperties, path: string[], value: unknown): unknown {
		const { type, options = [] } = property;
		switch (type) {
			case 'options':
			case 'hidden':
				return value;
			case 'resourceLocator':
				return { __rl: true, mode: 'id', value: this.leaf(property, path, value as string) };
			case 'collection':
				return this.entries(options as INodeProperties[], path, value as IDataObject);
			case 'fixedCollection': {
				const groups = Object.entries(value as IDataObject).map(([group, entries]) => {
					const { values } = (options as INodePropertyCollection[]).find(
						({ name }) => name === group,
					) as INodePropertyCollection;
					const filled = [entries]
						.flat()
						.map((entry, index) =>
							this.entries(values, [...path, String(index)], entry as IDataObject),
						);
					return [group, Array.isArray(entries) ? filled : filled[0]];
				});
				return Object.fromEntries(groups);
			}
			case 'resourceMapper': {
				const cells = Object.entries(value as IDataObject).map(([name, cell]) => [
					name,
					this.leaf({ ...property, type: 'string' }, [...path, name], cell as string),
				]);
				return {
					mappingMode: 'defineBelow',
					value: Object.fromEntries(cells),
					matchingColumns: [],
					schema: [],
				};
			}
			default:
				return this.leaf(property, path, value as string);
		}
	}

	entries(properties: INodeProperties[], path: string[], given: IDataObject): INodeParameters {
		const entries = Object.entries(given).map(([name, value]) => {
			const property = properties.find((one) => one.name === name);
			if (property === undefined)
				throw new Error(`There is no parameter ${[...path, name].join('.')}`);
			return [name, this.value(property, [...path, name], value)];
		});
		return Object.fromEntries(entries) as INodeParameters;
	}
}

/** The parameters that n8n shows, those of `given` and the standard ones being as they are. */
function shownWith(given: INodeParameters): INodeProperties[] {
	const { properties } = tool.description;
	const node = nodeOf(tool, { parameters: given }, false);
	const filled =
		NodeHelpers.getNodeParameters(properties, given, true, false, node, tool.description) ?? {};
	return properties.filter((property) =>
		NodeHelpers.displayParameter(filled, property, node, tool.description),
	);
}

/**
 * Makes the least input that an operation can be called with: what `leastIn` has for it, every other required parameter
 * with the value that `valuesIn` has for its name, and one change of an update.
 * @param sim with the seeded records
 * @param resource of the operation
 * @param operation as it is declared
 * @returns the values by parameter, without resource and operation
 * @throws Error when a required parameter has no value in `values.ts`
 */
export function leastOf(
	sim: SimulatedPylon,
	{ value: resource }: Resource,
	{ value: operation, fields }: Operation,
): IDataObject {
	const own = leastIn(sim)[`${resource}.${operation}`] ?? {};
	const values = valuesIn(sim);
	const required = shownWith({ resource, operation, ...own } as INodeParameters).filter(
		({ name, required: isRequired }) =>
			isRequired && !(name in own) && fields.some((field) => field.name === name),
	);
	const given = required.map(({ name, type, default: standard }) => {
		if (values[name] !== undefined) return [name, values[name]];
		if (type === 'boolean' || (type === 'options' && standard !== '')) return [name, standard];
		throw new Error(
			`${resource}.${operation} needs '${name}': give it a value in test/nodes/Pylon/aiTool/support/values.ts`,
		);
	});
	const updates = fields.find(({ name }) => name === 'updateFields')?.options as
		INodeProperties[] | undefined;
	const change = updates?.find(({ name }) => values[name] !== undefined);
	return {
		...(change && { updateFields: { [change.name]: values[change.name] } }),
		...(Object.fromEntries(given) as IDataObject),
		...own,
	};
}

/** A tool whose model may do what the operation does. */
const toolOf = (resource: Resource, operation: Operation): INodeParameters => ({
	resource: resource.value,
	operation: operation.value,
	...(needsPerson(operation.effect) && { letModelDecide: true }),
});

/**
 * Makes a call of the tool with the least input: in its parameters or as the model's arguments, as the style says.
 * @param sim with the seeded records
 * @param resource of the operation
 * @param operation as it is declared
 * @param style which values the model gives, and as what
 * @returns the tool's parameters and the model's arguments
 */
export function leastCall(
	sim: SimulatedPylon,
	resource: Resource,
	operation: Operation,
	style: Style,
): ToolCall {
	const asking = new Asking(style);
	const parameters = asking.entries(operation.fields, [], leastOf(sim, resource, operation));
	return {
		parameters: { ...toolOf(resource, operation), ...parameters },
		args: asking.args,
	};
}

/** What is no text to a model: choices that the person who sets up the tool makes, and conditions, which must not fall away. */
const NOT_ASKED = new Set(['options', 'hidden', 'notice', 'resourceMapper']);
const CONDITIONS = new Set(['conditions', 'filterJson']);

function emptyOf({ type, options = [], typeOptions }: INodeProperties): unknown {
	if (type !== 'fixedCollection') return '';
	const [{ name, values }] = options as INodePropertyCollection[];
	return { [name]: typeOptions?.multipleValues ? [emptyEntries(values)] : emptyEntries(values) };
}

function emptyEntries(properties: INodeProperties[]): IDataObject {
	const asked = properties.filter(
		({ type, name }) => !NOT_ASKED.has(type) && !CONDITIONS.has(name),
	);
	return Object.fromEntries(
		asked.map((property) => [property.name, emptyOf(property)]),
	) as IDataObject;
}

/**
 * Makes a call with the least input, and with every optional parameter as an empty text: a model has to give all
 * arguments that a tool has.
 * @param sim with the seeded records
 * @param resource of the operation
 * @param operation as it is declared
 * @returns the tool's parameters and the model's arguments, which are all texts
 */
export function emptyCall(sim: SimulatedPylon, resource: Resource, operation: Operation): ToolCall {
	const least = leastOf(sim, resource, operation);
	const shown = shownWith({
		resource: resource.value,
		operation: operation.value,
		...least,
	} as INodeParameters);
	const optional = operation.fields.filter(
		(field) => !field.required && shown.some(({ name }) => name === field.name),
	);
	const collections = optional.filter(({ type }) => type === 'collection');
	const given: IDataObject = {
		...emptyEntries(optional.filter(({ type }) => type !== 'collection')),
		...Object.fromEntries(
			collections.map(({ name, options }) => [name, emptyEntries(options as INodeProperties[])]),
		),
	};
	for (const [name, value] of Object.entries(least)) {
		given[name] =
			typeof given[name] === 'object'
				? { ...(given[name] as IDataObject), ...(value as IDataObject) }
				: value;
	}
	const asking = new Asking('text');
	const parameters = asking.entries(operation.fields, [], given);
	return {
		parameters: { ...toolOf(resource, operation), ...parameters },
		args: asking.args,
	};
}
