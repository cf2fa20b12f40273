import { resources } from '../../../../../nodes/Pylon/operations';

/** All operations with their resources, for `test.each`; the name is e.g. `issue.create`. */
export const OPERATIONS = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		resource,
		operation,
	})),
);
