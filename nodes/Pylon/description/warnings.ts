import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../operations/operation';

/** The form of a tool has a notice of its own (`toolFields.ts`). */
const tools = { '@tool': [true] };

/** Shown above the form once the operation is chosen: the selector shows its description only while the user chooses. */
const WARNINGS: Partial<Record<Operation['effect'], INodeProperties>> = {
	cannotBeUndone: {
		displayName: 'This cannot be undone. While you build the workflow, try it on test records.',
		name: 'cannotBeUndoneNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { dryRun: [true], ...tools } },
	},
	reachesCustomers: {
		displayName:
			'Customers can see what this does. While you build the workflow, try it on test records.',
		name: 'reachesCustomersNotice',
		type: 'notice',
		default: '',
		// With this delivery, a new issue contacts nobody; a notice of its own says so.
		displayOptions: { hide: { delivery: ['internal'], ...tools } },
	},
};

/** The effect of an API request depends on its method and path. */
const WITHOUT = ['apiRequest'];

/**
 * @param resources as they are declared
 * @returns the resources with a notice above the fields of each operation that reaches customers or cannot be undone
 */
export const withWarnings = (resources: Resource[]): Resource[] =>
	resources.map((resource) => ({
		...resource,
		operations: resource.operations.map((operation) => {
			const warning = WITHOUT.includes(resource.value) ? undefined : WARNINGS[operation.effect];
			return warning === undefined
				? operation
				: { ...operation, fields: [warning, ...operation.fields] };
		}),
	}));
