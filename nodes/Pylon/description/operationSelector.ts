import type { INodeProperties, INodePropertyOptions, INodePropertyRouting } from 'n8n-workflow';
import type { Operation, Resource } from '../operations/operation';
import { guardOf, needsPerson } from '../run/modelGuard';
import { beforeSending, declaring } from '../run/operationPlan';

/** The request of an operation, and functions around it: n8n knows no slots. */
function routingOf(operation: Operation): INodePropertyRouting {
	const { action, effect, onlyReads } = operation;
	const { request, output, validate, lookUp, run, list, complete, load } = operation;
	// Only where there is something to refuse, since n8n runs the steps for each item.
	const guards = needsPerson(effect) ? [beforeSending(guardOf({ action, effect, onlyReads }))] : [];
	return {
		request,
		send: { preSend: [...guards, declaring({ validate, lookUp, run, list, complete }, load)] },
		...(output !== undefined && { output: { postReceive: output } }),
	};
}

/** The entry for an operation in n8n's selector. */
const optionOf = (operation: Operation): INodePropertyOptions => ({
	name: operation.name,
	value: operation.value,
	action: operation.action,
	description: operation.description,
	...(operation.builderHint !== undefined && {
		builderHint: { propertyHint: operation.builderHint },
	}),
	...(operation.notForTools && { displayOptions: { hide: { '@tool': [true] } } }),
	...(operation.requestParameter === undefined && { routing: routingOf(operation) }),
});

/**
 * @param resource a resource
 * @returns the hidden parameters that carry the request of an operation in place of its selector
 */
export const requestsOf = ({ value: resource, operations }: Resource): INodeProperties[] =>
	operations.flatMap((operation) => {
		const { requestParameter, value } = operation;
		if (requestParameter === undefined) return [];
		const routing = routingOf(operation);
		return [
			{
				displayName: 'Request',
				name: requestParameter,
				type: 'hidden',
				default: '',
				displayOptions: { show: { resource: [resource], operation: [value] } },
				routing: { ...routing, send: { ...routing.send, paginate: true } },
			},
		];
	});

/**
 * @param resource a resource
 * @returns the selector of its operations, each with its request
 */
export function operationSelector({
	value: resource,
	operations,
	default: first,
}: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(optionOf),
		default: first,
	};
}
