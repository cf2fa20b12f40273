import type { INodeProperties, INodePropertyRouting, PreSendAction } from 'n8n-workflow';
import { byLabel } from '../../shared/description/byLabel';
import type { Resource } from '../operations/operation';
import { canBeEmpty, ifEmptyFor } from '../parameters/ifEmpty';
import { beforeSending } from '../run/operationPlan';
import { inOrder } from './orderParameters';
import { operationsOf, shareAll, type Shared, type Use } from './shareParameters';
import { withToolFields } from './toolFields';
import { withWarnings } from './warnings';
import { knownOperation, URL_OF_NO_OPERATION } from './knownOperation';
import { operationSelector, requestsOf } from './operationSelector';

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

/** An entry of a collection for one resource and some of its operations. */
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

/** Of parameters that look alike, each operation has its own steps. */
function stepsByOperation(shared: Shared): PreSendAction {
	const steps = new Map<string, PreSendAction[]>();
	for (const { resource, operations, field } of shared)
		for (const operation of operations)
			steps.set(`${resource.value} ${operation}`, field.routing?.send?.preSend ?? []);
	return async function (request) {
		const { resource, operation } = this.getNode().parameters;
		let changed = request;
		for (const step of steps.get(`${String(resource)} ${String(operation)}`) ?? [])
			changed = await step.call(this, changed);
		return changed;
	};
}

/** What a property does for all of its uses. */
function routingOf(shared: Shared): INodePropertyRouting | undefined {
	const [{ field }] = shared;
	const { routing } = field;
	if (routing?.send?.preSend === undefined || shared.every((use) => use.field === field))
		return routing;
	return { ...routing, send: { ...routing.send, preSend: [stepsByOperation(shared)] } };
}

function propertyOf(shared: Shared): INodeProperties {
	const [{ field: first }] = shared;
	const routing = routingOf(shared);
	const field = { ...first, ...(routing !== undefined && { routing }) };
	const options = shared.flatMap((use) =>
		((use.field.options ?? []) as INodeProperties[]).map((entry) => entryFor(use, entry)),
	);
	return shownFor(
		[...new Set(shared.map(({ resource }) => resource.value))],
		operationsOf(shared),
		field.type === 'collection'
			? {
					...field,
					options: options.sort(byLabel(({ displayName }) => displayName)),
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
 * @returns the resources with 'If a Value Is Empty' in every collection of fields that are written; one collection stays one
 * object
 */
function withIfEmpty(resources: Resource[]): Resource[] {
	const made = new Map<INodeProperties, Map<INodeProperties, INodeProperties>>();
	const extended = (field: INodeProperties, ifEmpty: INodeProperties): INodeProperties => {
		const byOption = made.get(field) ?? new Map<INodeProperties, INodeProperties>();
		made.set(field, byOption);
		const collection = byOption.get(ifEmpty) ?? {
			...field,
			options: [...((field.options ?? []) as INodeProperties[]), ifEmpty],
		};
		byOption.set(ifEmpty, collection);
		return collection;
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

/**
 * @param resources as they are declared
 * @returns the resources with the fields that follow from what each operation does: its warning, its notice in the form of a
 * tool, and what to do with empty values
 */
export const withCommonFields = (resources: Resource[]): Resource[] =>
	withToolFields(withWarnings(withIfEmpty(resources)));

/**
 * @param given the resources in the order of the editor
 * @returns the node's properties: the resource selector, each resource's operations with their requests, and their parameters,
 * in the order of `orderParameters.ts`
 */
export function propertiesOf(given: Resource[]): INodeProperties[] {
	const resources = withCommonFields(given);
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
		...inOrder(shareAll(resources), resources).map(propertyOf),
	];
}
