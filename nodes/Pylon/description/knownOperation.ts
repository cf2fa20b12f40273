import { NodeOperationError } from 'n8n-workflow';
import type { Resource } from '../operations/operation';
import type { Step } from '../run/operationPlan';

/** The URL of a request until an operation puts its own in its place. */
export const URL_OF_NO_OPERATION = '/no-operation';

/** `Get Many (getAll)`: as the editor shows it, and as a workflow holds it. */
const named = (options: Array<{ name: string; value: string }>): string =>
	options.map(({ name, value }) => `${name} (${value})`).join(', ');

/** n8n takes the `=` off that makes an expression of a text, since both selectors have `noDataExpression`. */
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
				'Choose them from their lists; for different operations use several Pylon nodes behind a Switch node.',
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
 * Refuses an item whose resource or operation does not exist: the editor offers none such, but a workflow that was
 * written by hand or by a model can hold anything. No option of the description matches then, so nothing but the resource
 * selector has declared a request, with `URL_OF_NO_OPERATION`.
 * @param resources all that the node has
 * @returns a step that throws NodeOperationError, with what exists, when the request still has that URL
 */
export function knownOperation(resources: Resource[]): Step {
	return function (request) {
		if (request.url !== URL_OF_NO_OPERATION) return;
		const { resource, operation } = this.getNode().parameters;
		const { message, description } = problemWith(resources, resource, operation);
		throw new NodeOperationError(this.getNode(), message, {
			itemIndex: this.getItemIndex(),
			description,
		});
	};
}
