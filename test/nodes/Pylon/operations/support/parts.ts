import type { Resource } from '../../../../../nodes/Pylon/operations/operation';

/** A resource as far as one file tests it: these operations only. */
export const only = (resource: Resource, ...names: string[]): Resource => ({
	...resource,
	operations: resource.operations.filter(({ value }) => names.includes(value)),
});

/** The rest of it: what another file does not test. */
export const without = (resource: Resource, ...names: string[]): Resource => ({
	...resource,
	operations: resource.operations.filter(({ value }) => !names.includes(value)),
});
