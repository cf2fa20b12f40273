import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../operations/operation';
import { filterFields } from '../parameters/filter/searchFields';
import { canBeEmpty, ifEmptyFor } from '../parameters/ifEmpty';
import { isOutputField } from '../parameters/output/outputFields';
import { beforeSending } from '../run/operationPlan';
import { knownOperation, URL_OF_NO_OPERATION } from './knownOperation';
import { operationSelector, requestsOf } from './operationSelector';

/** A parameter and the operations of one resource that have it: it is the same object in each of their `fields`. */
interface Use {
	resource: Resource;
	operations: string[];
	field: INodeProperties;
}

/** What becomes one property of the node; the first use gives its looks. */
type Shared = Use[];

const usesIn = (resource: Resource): Use[] =>
	[...new Set(resource.operations.flatMap(({ fields }) => fields))].map((field) => ({
		resource,
		operations: resource.operations
			.filter(({ fields }) => fields.includes(field))
			.map(({ value }) => value),
		field,
	}));

/** Collections of one name and look may have different entries. */
const looksOf = ({ field }: Use) =>
	field.type === 'collection' ? JSON.stringify({ ...field, options: undefined }) : field;

const operationsOf = (shared: Shared) => [
	...new Set(shared.flatMap(({ operations }) => operations)),
];

/** A property is shown for every pair of its resources and operations: none of these may be an operation without it. */
function belongTogether(uses: Use[]): boolean {
	const shown = operationsOf(uses);
	return uses.every(({ resource }) => {
		const own = operationsOf(uses.filter((use) => use.resource === resource));
		return resource.operations.every(({ value }) => !shown.includes(value) || own.includes(value));
	});
}

/** Uses by their looks. */
function alike(uses: Use[]): Use[][] {
	const byLooks = new Map<unknown, Use[]>();
	for (const use of uses) byLooks.set(looksOf(use), [...(byLooks.get(looksOf(use)) ?? []), use]);
	return [...byLooks.values()];
}

/**
 * Makes as few properties of the parameters as possible. n8n evaluates the expressions of a parameter twice for every property
 * of its name, shown or not (n8n-core 2.41, `routing-node.js`): thirty of them would make an item thirty times as slow. n8n
 * stores all definitions with the node, too, and walks through them for every property.
 */
function shareAll(resources: Resource[]): Shared[] {
	const all: Shared[] = [];
	for (const uses of resources.flatMap((resource) => alike(usesIn(resource)))) {
		const shared = all.find(
			(one) => looksOf(one[0]) === looksOf(uses[0]) && belongTogether([...one, ...uses]),
		);
		if (shared === undefined) all.push(uses);
		else shared.push(...uses);
	}
	return all;
}

/**
 * The properties in an order that all operations want; where they want different ones, the first operation decides.
 */
function inOrder(all: Shared[], resources: Resource[]): Shared[] {
	const earlier = new Map(all.map((shared) => [shared, new Set<Shared>()]));
	for (const resource of resources) {
		for (const { value, fields } of resource.operations) {
			const own = fields.map((field) =>
				all.find((shared) =>
					shared.some(
						(use) =>
							use.resource === resource && use.field === field && use.operations.includes(value),
					),
				),
			);
			own.forEach((shared, index) => {
				for (const one of own.slice(0, index)) if (shared && one) earlier.get(shared)?.add(one);
			});
		}
	}
	const left = new Set(all);
	const ordered: Shared[] = [];
	while (left.size > 0) {
		const rest = [...left];
		const next =
			rest.find((shared) => ![...(earlier.get(shared) ?? [])].some((one) => left.has(one))) ??
			rest[0];
		ordered.push(next);
		left.delete(next);
	}
	return ordered;
}

function shownFor(
	resource: string[],
	operation: string[],
	field: INodeProperties,
): INodeProperties {
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
			show: {
				'/resource': [resource.value],
				'/operation': operations,
				...entry.displayOptions?.show,
			},
		},
	};
}

function propertyOf(shared: Shared): INodeProperties {
	const [{ field }] = shared;
	const options = shared.flatMap((use) =>
		((use.field.options ?? []) as INodeProperties[]).map((entry) => entryFor(use, entry)),
	);
	return shownFor(
		[...new Set(shared.map(({ resource }) => resource.value))],
		operationsOf(shared),
		field.type === 'collection'
			? {
					...field,
					options: options.sort((one, other) =>
						one.displayName.localeCompare(other.displayName, 'en'),
					),
				}
			: field,
	);
}

const takesIfEmpty = ({ name, type, options }: INodeProperties): boolean =>
	type === 'collection' &&
	['additionalFields', 'updateFields'].includes(name) &&
	canBeEmpty((options ?? []) as INodeProperties[]);

/**
 * @param resources as they are declared
 * @returns them with the option what to do with nothing in every collection of fields that are written; one collection
 * stays one object
 */
export function withIfEmpty(resources: Resource[]): Resource[] {
	const made = new Map<INodeProperties, Map<INodeProperties, INodeProperties>>();
	const extended = (field: INodeProperties, ifEmpty: INodeProperties): INodeProperties => {
		const byOption = made.get(field) ?? new Map<INodeProperties, INodeProperties>();
		made.set(field, byOption);
		const known = byOption.get(ifEmpty) ?? {
			...field,
			options: [...((field.options ?? []) as INodeProperties[]), ifEmpty],
		};
		byOption.set(ifEmpty, known);
		return known;
	};
	return resources.map((resource) => ({
		...resource,
		operations: resource.operations.map((operation) => {
			const ifEmpty = ifEmptyFor(operation.value);
			if (ifEmpty === undefined) return operation;
			const fields = operation.fields.map((field) =>
				takesIfEmpty(field) ? extended(field, ifEmpty) : field,
			);
			return { ...operation, fields };
		}),
	}));
}

/** Which part of the form a parameter belongs to, by its place in `PARTS`. */
function partOf(field: INodeProperties): number {
	if (isOutputField(field)) return 4;
	if (filterFields.includes(field)) return 1;
	if (field.type === 'resourceMapper') return 2;
	return field.type === 'collection' ? 3 : 0;
}

/** Parameters of an operation come in the order of its `fields`, but for those of the later parts. */
const PARTS = [0, 1, 2, 3, 4];

/**
 * @param given the resources in the order of the editor
 * @returns the node's properties: the resource selector, each resource's operations, their parameters, and last the
 * filter of searches, the custom fields, the collections of optional parameters, and what comes out
 */
export function propertiesOf(given: Resource[]): INodeProperties[] {
	const resources = withIfEmpty(given);
	const all = shareAll(resources);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: 'issue',
			routing: {
				request: { url: URL_OF_NO_OPERATION },
				// Sends every operation through the transport (`requestOperations.pagination` of the node).
				send: { paginate: true, preSend: [beforeSending(knownOperation(resources))] },
			},
		},
		...resources.map(operationSelector),
		...resources.flatMap(requestsOf),
		...PARTS.flatMap((part) =>
			inOrder(
				all.filter(([{ field }]) => partOf(field) === part),
				resources,
			).map(propertyOf),
		),
	];
}
