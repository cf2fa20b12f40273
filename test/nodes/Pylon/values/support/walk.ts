import {
	NodeHelpers,
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodeType,
} from 'n8n-workflow';
import type { Operation, Resource } from '../../../../../nodes/Pylon/operations/operation';
import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import { nodeOf } from '../../../../support/additionalData';
import { leastOf } from '../../aiTool/support/arguments';
import { type Place, VALUE, ENTRIES, SKIPPED, SAMPLES, asParameter, conditionsOf } from './place';

/** A group of fields with one part that is read from the item. */
function* partsOf(
	property: INodeProperties,
): Generator<{ part: INodeProperties; value: IDataObject }> {
	const isMany = property.typeOptions?.multipleValues === true;
	for (const { name: group, values } of (property.options ?? []) as INodePropertyCollection[]) {
		if (group === 'change') {
			const entries = values.find(({ name }) => name === 'values') as INodeProperties;
			if (entries.type !== 'fixedCollection') {
				yield {
					part: { ...entries, name: property.name },
					value: { change: { mode: 'replace', values: asParameter(entries, VALUE) } },
				};
				continue;
			}
			for (const { part, value } of partsOf({ ...entries, name: property.name }))
				yield { part, value: { change: { mode: 'replace', values: value } } };
			continue;
		}
		const entry = ENTRIES[property.name];
		if (entry === undefined)
			throw new Error(`Give the group '${property.name}' an entry in ${__filename}`);
		for (const part of values) {
			const filled = {
				...entry,
				...conditionsOf(part),
				[part.name]: asParameter(part, VALUE),
			} as IDataObject;
			yield { part, value: { [group]: isMany ? [filled] : filled } };
		}
	}
}

/**
 * @param sim with the seeded records
 * @param node as built
 * @param resource of an operation
 * @param operation of which every parameter is wanted
 * @returns all of its parameters that the description shows for it, parts of collections and groups included
 */
export function placesOf(
	sim: SimulatedPylon,
	{ description }: INodeType,
	resource: Resource,
	operation: Operation,
): Place[] {
	const name = `${resource.value}.${operation.value}`;
	const fill = (given: IDataObject, properties: INodeProperties[]): IDataObject =>
		Object.fromEntries(
			Object.entries(given).map(([key, value]) => {
				const property = properties.find((one) => one.name === key);
				if (property?.type === 'resourceLocator' && typeof value !== 'object')
					return [key, asParameter(property, value)];
				if (property?.type === 'collection')
					return [key, fill(value as IDataObject, property.options as INodeProperties[])];
				return [key, value];
			}),
		) as IDataObject;
	const base = {
		resource: resource.value,
		operation: operation.value,
		...fill(leastOf(sim, resource, operation), operation.fields),
	} as IDataObject;

	const own = description.properties.filter(({ displayOptions }) => {
		const { resource: resources, operation: operations } = displayOptions?.show ?? {};
		return (
			resources?.includes(resource.value) === true && operations?.includes(operation.value) === true
		);
	});
	const isShown = (property: INodeProperties, parameters: IDataObject) => {
		const given = parameters as INodeParameters;
		const node = nodeOf({ description } as INodeType, { parameters: given }, false);
		const filled =
			NodeHelpers.getNodeParameters(
				description.properties,
				given,
				true,
				false,
				node,
				description,
			) ?? {};
		return NodeHelpers.displayParameter(filled, property, node, description);
	};

	const places: Place[] = [];
	const add = (
		property: INodeProperties,
		path: string[],
		within: string,
		displayNames: string[],
		parameters: IDataObject,
	) => {
		places.push({
			operation: name,
			path,
			property,
			within,
			displayNames,
			parameters: structuredClone(parameters) as INodeParameters,
		});
	};
	for (const property of own.filter((one) => !SKIPPED.includes(one.name))) {
		const given = { ...base, ...conditionsOf(property) };
		if (!isShown(property, given)) continue;
		for (const beside of own) {
			const { name: other, required } = beside;
			if (
				required === true &&
				SAMPLES[other] !== undefined &&
				given[other] === undefined &&
				isShown(beside, given)
			)
				given[other] = SAMPLES[other];
		}
		if (property.type === 'collection') {
			const entries = (property.options as INodeProperties[]).filter(({ displayOptions }) => {
				const { '/resource': resources, '/operation': operations } = displayOptions?.show ?? {};
				return (
					resources?.includes(resource.value) === true &&
					operations?.includes(operation.value) === true
				);
			});
			for (const entry of entries) {
				const needed = {
					...neededBeside(entry.name, entries),
					...(entry.name === 'ifEmpty' ? (given[property.name] as IDataObject | undefined) : {}),
				};
				// A contact cannot write an internal note.
				if (name.startsWith('issue.create') && entry.name === 'authorContactId')
					given.delivery = 'slack';
				if (entry.type === 'fixedCollection') {
					for (const { part, value } of partsOf(entry)) {
						add(
							part,
							[property.name, entry.name, part.name],
							'group',
							[part.displayName, entry.displayName],
							{ ...given, [property.name]: { ...needed, [entry.name]: value } },
						);
					}
				} else {
					const value = asParameter(entry, VALUE) as IDataObject;
					add(entry, [property.name, entry.name], property.name, [entry.displayName], {
						...given,
						[property.name]: { ...needed, [entry.name]: value },
					});
				}
			}
		} else if (property.type === 'fixedCollection') {
			for (const { part, value } of partsOf(property)) {
				add(part, [property.name, part.name], 'group', [part.displayName, property.displayName], {
					...given,
					[property.name]: value,
				});
			}
		} else {
			add(property, [property.name], 'top', [property.displayName], {
				...given,
				[property.name]: asParameter(property, VALUE) as IDataObject,
			});
		}
	}
	return places;
}

/** Fields that cannot come alone, with what they need beside them. */
function neededBeside(name: string, entries: INodeProperties[]): IDataObject {
	const needs: Record<string, IDataObject> = {
		allowedAgentIds: { aiAgentAccess: 'specific_agents' },
		tagsMode: { tags: 'vip' },
		visibleTeamIds: { visibility: 'team' },
		visibleUserIds: { visibility: 'user' },
	};
	return entries.some((entry) => entry.name === name) ? (needs[name] ?? {}) : {};
}
