import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../operations/operation';
import { filterFields } from '../parameters/filter/searchFields';
import { isOutputField } from '../parameters/output/outputFields';
import type { Shared } from './shareParameters';

/** The parts of a form from top to bottom. */
export type Part = 'record' | 'filter' | 'changes' | 'customFields' | 'options' | 'output';

const PARTS: Part[] = ['record', 'filter', 'changes', 'customFields', 'options', 'output'];

/**
 * @param field a parameter of an operation
 * @returns the part of the form that it belongs to: which record is meant and what is needed, which records are searched
 * for, what is added or changed, its custom fields, how it is done, and what comes out
 */
export function partOf(field: INodeProperties): Part {
	if (isOutputField(field)) return 'output';
	if (filterFields.includes(field)) return 'filter';
	if (field.type === 'resourceMapper') return 'customFields';
	if (field.type !== 'collection') return 'record';
	return field.name === 'options' ? 'options' : 'changes';
}

/** The properties in an order that all operations want; where they want different ones, the first operation decides. */
function inDeclaredOrder(all: Shared[], resources: Resource[]): Shared[] {
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

/**
 * @param all properties of the node
 * @param resources whose operations declare them
 * @returns them part by part, and within a part in the order in which the operations declare them
 */
export const inOrder = (all: Shared[], resources: Resource[]): Shared[] =>
	PARTS.flatMap((part) =>
		inDeclaredOrder(
			all.filter(([{ field }]) => partOf(field) === part),
			resources,
		),
	);
