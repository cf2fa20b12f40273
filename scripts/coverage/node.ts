import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodePropertyRouting } from 'n8n-workflow';
import { resources } from '../../nodes/Pylon/operations';
import { propertiesOf } from '../../nodes/Pylon/description/buildProperties';
import { findOperation, type ApiOperation } from './api';

/** The properties that n8n gets, built as `Pylon.node.ts` builds them. */
const properties = propertiesOf(resources);

/** An operation as the built description has it. */
export interface NodeOperation {
	resource: string;
	operation: string;
	/** As the editor shows them, e.g. `Article` and `Get Many`. */
	names: { resource: string; operation: string };
	method: string;
	/** With `{parameter}` in it. */
	url: string;
	/** Its parameters, entries of collections included. */
	parameters: INodeProperties[];
	/** What its parameters put into the request, e.g. `body title` or `query language`. */
	sent: Set<string>;
	/** The operation of openapi.yaml that it calls. */
	api?: ApiOperation;
}

function isShownFor({ displayOptions }: INodeProperties, resource: string, operation: string): boolean {
	const { show = {} } = displayOptions ?? {};
	const allows = (names: unknown, value: string) => !Array.isArray(names) || names.includes(value);
	return (
		allows(show.resource ?? show['/resource'], resource) && allows(show.operation ?? show['/operation'], operation)
	);
}

/** The parameters among these that an operation shows, with those inside collections. */
function shownAmong(among: INodeProperties[], resource: string, operation: string): INodeProperties[] {
	return among
		.filter((property) => isShownFor(property, resource, operation))
		.flatMap((property) => {
			const { type, options = [] } = property;
			if (type === 'collection') return [property, ...shownAmong(options as INodeProperties[], resource, operation)];
			if (type !== 'fixedCollection') return [property];
			return [property, ...(options as INodePropertyCollection[]).flatMap(({ values }) => shownAmong(values, resource, operation))];
		});
}

function routingsOf(property: INodeProperties): INodePropertyRouting[] {
	const options = property.type === 'options' ? (property.options as INodePropertyOptions[] | undefined) : undefined;
	return [property.routing, ...(options ?? []).map(({ routing }) => routing)].flatMap((routing) => routing ?? []);
}

function sentBy(parameters: INodeProperties[]): Set<string> {
	const sent = new Set<string>();
	for (const { send } of parameters.flatMap(routingsOf)) {
		if (send?.property === undefined) continue;
		const keys = send.property.split('.');
		keys.forEach((_, index) => sent.add(`${send.type} ${keys.slice(0, index + 1).join('.')}`));
	}
	return sent;
}

const { options: resourceOptions } = properties.find(({ name }) => name === 'resource') as INodeProperties;

const selectors = properties.filter(({ name }) => name === 'operation');

/** All operations of the node, in the order of the editor. */
export const nodeOperations: NodeOperation[] = (resourceOptions as INodePropertyOptions[]).flatMap((resource) => {
	const value = String(resource.value);
	const selector = selectors.find((property) => isShownFor(property, value, '')) as INodeProperties;
	return (selector.options as INodePropertyOptions[]).map(({ name, value: operation, routing: own }) => {
		const parameters = shownAmong(
			properties.filter(({ name: own }) => own !== 'resource' && own !== 'operation'),
			value,
			String(operation),
		);
		// An operation may have its request on a hidden parameter (`requestParameter`).
		const routing = own ?? parameters.find((parameter) => parameter.routing?.request)?.routing;
		const { method = 'GET', url = '' } = routing?.request ?? {};
		return {
			resource: value,
			operation: String(operation),
			names: { resource: resource.name, operation: name },
			method: String(method),
			url: String(url),
			parameters,
			sent: sentBy(parameters),
			api: findOperation(String(method), String(url)),
		};
	});
});
