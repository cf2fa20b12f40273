import { operationError } from '../../shared/input';
import type { Resource } from '../operations/operation';
import type { Step } from '../run/operationPlan';

/** The URL of a request until an operation replaces it by its own. */
export const URL_OF_NO_OPERATION = '/no-operation';

/** E.g. `Get Many (getAll)`: the names in the editor and in a workflow. */
const named = (options: Array<{ name: string; value: string }>): string =>
	options.map(({ name, value }) => `${name} (${value})`).join(', ');

/** Recognizes an expression without its `=`, which n8n removes since both selectors have `noDataExpression`. */
const isExpression = (value: unknown): boolean => typeof value === 'string' && value.includes('{{');

function problemWith(
	resources: Resource[],
	value: unknown,
	operation: unknown,
): { message: string; description: string } {
	if (isExpression(value) || isExpression(operation)) {
		return {
			message: "'Resource' and 'Operation' cannot be expressions",
			description:
				'Choose them from their lists; for different operations, use several Pylon nodes after a Switch node.',
		};
	}
	const resource = resources.find((one) => one.value === value);
	if (resource === undefined) {
		return {
			message: `The Pylon node has no resource '${String(value)}'`,
			description: `Choose one in 'Resource'. Available: ${named(resources)}.`,
		};
	}
	return {
		message: `The resource '${resource.value}' has no operation '${String(operation)}'`,
		description: `Choose one in 'Operation'. Available: ${named(resource.operations)}.`,
	};
}

/**
 * Refuses an item whose resource or operation does not exist. The editor offers none such, but a workflow that a person or a
 * model has written can contain anything. No option of the description matches then, so only the resource selector has
 * declared a request, with `URL_OF_NO_OPERATION`.
 * @param resources all that the node has
 * @returns a step that throws a NodeOperationError, with what exists, when the request still has that URL
 */
export function knownOperation(resources: Resource[]): Step {
	return function (request) {
		if (request.url !== URL_OF_NO_OPERATION) return;
		const { resource, operation } = this.getNode().parameters;
		const { message, description } = problemWith(resources, resource, operation);
		throw operationError(this, message, description);
	};
}
