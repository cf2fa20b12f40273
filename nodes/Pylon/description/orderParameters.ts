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
 * @returns the part of the form that it belongs to: the record that is meant and what is required, the records that are
 * searched for, what is added or changed, custom fields, how the operation is done, and the form of the output
 */
export function partOf(field: INodeProperties): Part {
	if (isOutputField(field)) return 'output';
	if (filterFields.includes(field)) return 'filter';
	if (field.type === 'resourceMapper') return 'customFields';
	if (field.type !== 'collection') return 'record';
	return field.name === 'options' ? 'options' : 'changes';
}

/** @returns by resource and operation, the property that each of its parameters has become */
function byOperation(all: Shared[]): Map<string, Map<INodeProperties, Shared>> {
	const found = new Map<string, Map<INodeProperties, Shared>>();
	for (const shared of all) {
		for (const { resource, operations, field } of shared) {
			for (const operation of operations) {
				const key = `${resource.value} ${operation}`;
				const properties = found.get(key) ?? new Map<INodeProperties, Shared>();
				found.set(key, properties.set(field, shared));
			}
		}
	}
	return found;
}

/**
 * @param left of each property left, how many of those left come before it
 * @returns the first that comes after no other of them; where each does, the first of all; undefined when none is left
 */
function nextOf(left: Map<Shared, number>): Shared | undefined {
	for (const [shared, earlier] of left) if (earlier === 0) return shared;
	const [first] = left.keys();
	return first;
}

/** @returns of each property, those that come after it in one operation or another */
function laterOf(all: Shared[], resources: Resource[]): Map<Shared, Set<Shared>> {
	const later = new Map(all.map((shared) => [shared, new Set<Shared>()]));
	const properties = byOperation(all);
	for (const resource of resources) {
		for (const { value, fields } of resource.operations) {
			const own = properties.get(`${resource.value} ${value}`);
			const before: Shared[] = [];
			for (const field of fields) {
				const shared = own?.get(field);
				if (shared === undefined) continue;
				for (const one of before) later.get(one)?.add(shared);
				before.push(shared);
			}
		}
	}
	return later;
}

/** The properties in an order that suits all operations; where they differ, the first operation decides. */
function inDeclaredOrder(all: Shared[], resources: Resource[]): Shared[] {
	const later = laterOf(all, resources);
	const left = new Map(all.map((shared) => [shared, 0]));
	const add = (shared: Shared, number: number) => {
		const count = left.get(shared);
		if (count !== undefined) left.set(shared, count + number);
	};
	for (const ones of later.values()) for (const one of ones) add(one, 1);
	const ordered: Shared[] = [];
	for (let next = nextOf(left); next !== undefined; next = nextOf(left)) {
		ordered.push(next);
		left.delete(next);
		for (const one of later.get(next) ?? []) add(one, -1);
	}
	return ordered;
}

/**
 * @param all properties of the node
 * @param resources the resources whose operations declare them
 * @returns the properties part by part, and within a part in the order in which the operations declare them
 */
export function inOrder(all: Shared[], resources: Resource[]): Shared[] {
	const parts = new Map(PARTS.map((part) => [part, [] as Shared[]]));
	for (const shared of all) parts.get(partOf(shared[0].field))?.push(shared);
	return [...parts.values()].flatMap((part) => inDeclaredOrder(part, resources));
}
