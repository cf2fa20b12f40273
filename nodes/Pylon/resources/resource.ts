import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { filterFields } from '../fields/search';

/** One operation: what its selector shows, the request it makes, and its parameters in the order of the editor. */
export interface Operation extends INodePropertyOptions {
	value: string;
	action: string;
	description: string;
	routing: NonNullable<INodePropertyOptions['routing']>;
	fields: INodeProperties[];
}

/** One kind of record and what can be done with it. */
export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
	/** The operation that the editor starts with. */
	default: string;
}

/** A parameter and the operations of one resource that have it. */
interface Use {
	resource: string;
	operations: string[];
	field: INodeProperties;
}

/**
 * The parameters of a resource's operations, each once. One that several operations share comes where all of them want it;
 * where they want different orders, the first operation decides.
 */
function inOrder(operations: Operation[]): INodeProperties[] {
	const left = new Set(operations.flatMap(({ fields }) => fields));
	const ordered: INodeProperties[] = [];
	const waits = (field: INodeProperties) =>
		operations.some(({ fields }) => fields.slice(0, Math.max(fields.indexOf(field), 0)).some((earlier) => left.has(earlier)));
	while (left.size > 0) {
		const rest = [...left];
		const next = rest.find((field) => !waits(field)) ?? rest[0];
		ordered.push(next);
		left.delete(next);
	}
	return ordered;
}

/** A parameter that several operations share is the same object in each of their `fields`. */
const usesIn = ({ value: resource, operations }: Resource): Use[] =>
	inOrder(operations).map((field) => ({
		resource,
		operations: operations.filter(({ fields }) => fields.includes(field)).map(({ value }) => value),
		field,
	}));

function shownFor(resource: string[], operation: string[], field: INodeProperties): INodeProperties {
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource, operation, ...field.displayOptions?.show },
		},
	};
}

/** An entry of a collection that is there for one resource and some of its operations. */
function entryFor({ resource, operations }: Use, entry: INodeProperties): INodeProperties {
	return {
		...entry,
		displayOptions: {
			...entry.displayOptions,
			show: { '/resource': [resource], '/operation': operations, ...entry.displayOptions?.show },
		},
	};
}

/** Uses that belong to the same operations and have the same key. */
function grouped(uses: Use[], keyOf: (use: Use) => string): Use[][] {
	const groups = new Map<string, Use[]>();
	for (const use of uses) {
		const key = JSON.stringify([keyOf(use), [...use.operations].sort()]);
		groups.set(key, [...(groups.get(key) ?? []), use]);
	}
	return [...groups.values()];
}

const isFilter = ({ field }: Use) => filterFields.includes(field);

/** The filter of searches once for all resources that have it, for the reason of `collectionsOf` and for its size. */
function filterOf(uses: Use[]): INodeProperties[] {
	return grouped(uses, ({ field }) => String(filterFields.indexOf(field))).map((group) => {
		const [{ field, operations }] = group;
		return shownFor(
			group.map(({ resource }) => resource),
			operations,
			field,
		);
	});
}

const isMapper = ({ field }: Use) => field.type === 'resourceMapper';

/**
 * The mapper of custom fields once for as many resources as possible, for the reason of `collectionsOf`: n8n stores all
 * definitions with the node and walks through them for every property. One of those is shown for every pair of its
 * resources and operations, so none of these pairs may be an operation without the mapper.
 */
function mappersOf(uses: Use[], resources: Resource[]): INodeProperties[] {
	const belong = (group: Use[]) => {
		const shown = new Set(group.flatMap(({ operations }) => operations));
		return group.every(({ field, resource, operations }) => {
			const all = resources.find(({ value }) => value === resource)?.operations ?? [];
			return field === group[0].field && all.every(({ value }) => !shown.has(value) || operations.includes(value));
		});
	};
	const groups: Use[][] = [];
	for (const use of uses) {
		const group = groups.find((one) => belong([...one, use]));
		if (group === undefined) groups.push([use]);
		else group.push(use);
	}
	return groups.map((group) => {
		const operations = new Set(group.flatMap((use) => use.operations));
		return shownFor(
			group.map(({ resource }) => resource),
			[...operations],
			group[0].field,
		);
	});
}

/**
 * Brings the collections of one name together (`updateFields` of every resource), as far as they belong to the same
 * operations. n8n evaluates the expressions of a collection anew for every property of its name, shown or not (n8n-core
 * 2.41, `routing-node.js`): thirty of them would make an item thirty times as slow.
 */
function collectionsOf(uses: Use[]): INodeProperties[] {
	return grouped(uses, ({ field }) => field.name).map((group) => {
		const [{ field, operations }] = group;
		const entries = group.flatMap((use) =>
			((use.field.options ?? []) as INodeProperties[]).map((entry) => entryFor(use, entry)),
		);
		return shownFor(
			group.map(({ resource }) => resource),
			operations,
			{ ...field, options: entries.sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')) },
		);
	});
}

function operationSelector({ value: resource, operations, default: first }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ name, value, action, description, routing }) => ({
			name,
			value,
			action,
			description,
			routing,
		})),
		default: first,
	};
}

/**
 * @param resources in the order of the editor
 * @returns the node's properties: the resource selector, each resource's operations and their parameters, and last the
 * filter of searches, the custom fields, and the collections of optional parameters
 */
export function propertiesOf(resources: Resource[]): INodeProperties[] {
	const uses = resources.map(usesIn);
	const isCollection = ({ field }: Use) => field.type === 'collection';
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: 'issue',
			// Sends every operation through the transport (`requestOperations.pagination` of the node).
			routing: { send: { paginate: true } },
		},
		...resources.flatMap((resource, index) => [
			operationSelector(resource),
			...uses[index]
				.filter((use) => !isCollection(use) && !isFilter(use) && !isMapper(use))
				.map((use) => shownFor([use.resource], use.operations, use.field)),
		]),
		...filterOf(uses.flat().filter(isFilter)),
		...mappersOf(uses.flat().filter(isMapper), resources),
		...collectionsOf(uses.flat().filter(isCollection)),
	];
}
