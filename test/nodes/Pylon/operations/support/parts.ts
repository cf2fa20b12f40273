import type { Resource } from '../../../../../nodes/Pylon/operations/operation';

/**
 * @param resource with all of its operations
 * @param names of operations
 * @returns the resource as far as one file tests it: with these operations only
 */
export const only = (resource: Resource, ...names: string[]): Resource => ({
	...resource,
	operations: resource.operations.filter(({ value }) => names.includes(value)),
});

/**
 * @param resource with all of its operations
 * @param names of operations that another file tests
 * @returns the rest of the resource
 */
export const without = (resource: Resource, ...names: string[]): Resource => ({
	...resource,
	operations: resource.operations.filter(({ value }) => !names.includes(value)),
});
