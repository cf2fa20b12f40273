import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../operations/operation';

/** A parameter, and the operations of one resource that have it: the same object is in each of their `fields`. */
export interface Use {
	resource: Resource;
	operations: string[];
	field: INodeProperties;
	/** Two parameters with the same looks may become one property. */
	looks: unknown;
}

/** The uses that become one property of the node; the first use gives its looks. */
export type Shared = [Use, ...Use[]];

const distinct = <T>(values: T[]): T[] => [...new Set(values)];

/**
 * @param resources whose operations declare the parameters
 * @returns what tells two of them apart. Their `preSend` may differ, since `stepsByOperation` picks that of the item; so may
 * the entries of a collection.
 */
function looksIn(resources: Resource[]): (field: INodeProperties) => unknown {
	const all = resources.flatMap(({ operations }) => operations.flatMap(({ fields }) => fields));
	const objects = new Map<string, number>();
	for (const { name } of distinct(all)) objects.set(name, (objects.get(name) ?? 0) + 1);
	// JSON knows nothing of functions.
	const functions: unknown[] = [];
	const numbered = (_key: string, value: unknown): unknown => {
		if (typeof value !== 'function') return value;
		if (!functions.includes(value)) functions.push(value);
		return functions.indexOf(value);
	};
	return (field) => {
		if (objects.get(field.name) === 1) return field;
		const { routing, options, ...rest } = field;
		const { preSend, ...send } = routing?.send ?? {};
		const entries = field.type === 'collection' ? undefined : options;
		const hasSteps = preSend !== undefined;
		return JSON.stringify([rest, entries, { ...routing, send }, hasSteps], numbered);
	};
}

const usesIn = (resource: Resource, looksOf: (field: INodeProperties) => unknown): Use[] =>
	distinct(resource.operations.flatMap(({ fields }) => fields)).map((field) => ({
		resource,
		operations: resource.operations
			.filter(({ fields }) => fields.includes(field))
			.map(({ value }) => value),
		field,
		looks: looksOf(field),
	}));

/**
 * @param uses the uses of a property
 * @returns the values of the operations that have it, each once
 */
export const operationsOf = (uses: Use[]) => distinct(uses.flatMap(({ operations }) => operations));

/** A property is shown for every pair of its resources and operations: none of these may be an operation without it. */
function belongTogether(uses: Use[]): boolean {
	const shown = operationsOf(uses);
	return uses.every(({ resource }) => {
		const own = operationsOf(uses.filter((use) => use.resource === resource));
		return resource.operations.every(({ value }) => !shown.includes(value) || own.includes(value));
	});
}

/** Uses by their looks. */
function alike(uses: Use[]): Shared[] {
	const byLooks = new Map<unknown, Shared>();
	for (const use of uses) {
		const shared = byLooks.get(use.looks);
		if (shared === undefined) byLooks.set(use.looks, [use]);
		else shared.push(use);
	}
	return [...byLooks.values()];
}

/**
 * Makes as few properties of the parameters as possible. n8n evaluates the expressions of a parameter twice for every
 * property of its name, shown or not (n8n-core 2.41, `routing-node.js`): thirty of them would make an item thirty times as
 * slow. n8n also stores all definitions with the node, and walks through them for every property.
 * @param resources as they are declared, with the fields of `withCommonFields`
 * @returns the properties, each as the uses that share it
 */
export function shareAll(resources: Resource[]): Shared[] {
	const looksOf = looksIn(resources);
	const all: Shared[] = [];
	for (const uses of resources.flatMap((resource) => alike(usesIn(resource, looksOf)))) {
		const shared = all.find(
			(one) => one[0].looks === uses[0].looks && belongTogether([...one, ...uses]),
		);
		if (shared === undefined) all.push(uses);
		else shared.push(...uses);
	}
	return all;
}
