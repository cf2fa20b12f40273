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
	const known = new Map<INodeProperties, unknown>();
	const textOf = (field: INodeProperties): string => {
		const { routing, options, ...rest } = field;
		const { preSend, ...send } = routing?.send ?? {};
		const entries = field.type === 'collection' ? undefined : options;
		const hasSteps = preSend !== undefined;
		return JSON.stringify([rest, entries, { ...routing, send }, hasSteps], numbered);
	};
	return (field) => {
		if (objects.get(field.name) === 1) return field;
		const looks = known.get(field) ?? textOf(field);
		known.set(field, looks);
		return looks;
	};
}

function usesIn(resource: Resource, looksOf: (field: INodeProperties) => unknown): Use[] {
	const uses = new Map<INodeProperties, Use>();
	for (const { value, fields } of resource.operations) {
		for (const field of fields) {
			const known = uses.get(field);
			if (known !== undefined) known.operations.push(value);
			else uses.set(field, { resource, operations: [value], field, looks: looksOf(field) });
		}
	}
	return [...uses.values()];
}

/**
 * @param uses the uses of a property
 * @returns the values of the operations that have it, each once
 */
export const operationsOf = (uses: Use[]) => distinct(uses.flatMap(({ operations }) => operations));

/** A property is shown for every pair of its resources and operations: none of these may be an operation without it. */
function belongTogether(uses: Use[]): boolean {
	const shown = new Set<string>();
	const ownOf = new Map<Resource, Set<string>>();
	for (const { resource, operations } of uses) {
		const own = ownOf.get(resource) ?? new Set<string>();
		ownOf.set(resource, own);
		for (const operation of operations) {
			shown.add(operation);
			own.add(operation);
		}
	}
	return [...ownOf].every(([resource, own]) =>
		resource.operations.every(({ value }) => !shown.has(value) || own.has(value)),
	);
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
	const byLooks = new Map<unknown, Shared[]>();
	for (const uses of resources.flatMap((resource) => alike(usesIn(resource, looksOf)))) {
		const [{ looks }] = uses;
		const sameLooks = byLooks.get(looks) ?? [];
		byLooks.set(looks, sameLooks);
		const shared = sameLooks.find((one) => belongTogether([...one, ...uses]));
		if (shared !== undefined) {
			shared.push(...uses);
			continue;
		}
		all.push(uses);
		sameLooks.push(uses);
	}
	return all;
}
