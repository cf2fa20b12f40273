import type { ApiOperation } from './api';
import { BUILT_BY_PARAMETER, BUILT_IN_CODE } from './builtInCode';
import { nodeOperations, type NodeOperation } from './node';

/**
 * @param api an operation of openapi.yaml
 * @returns the operations of the node that declare it
 */
export function offering({ operationId }: ApiOperation): NodeOperation[] {
	return nodeOperations.filter(({ api }) => api?.operationId === operationId);
}

/** What an operation can put into its request, e.g. `body title`. */
function offeredBy({ resource, operation, parameters, sent }: NodeOperation): string[] {
	const byParameter = parameters.flatMap(({ name }) => BUILT_BY_PARAMETER[name] ?? []);
	return [...sent, ...byParameter, ...(BUILT_IN_CODE[`${resource}.${operation}`] ?? [])];
}

/**
 * @param api an operation of openapi.yaml
 * @returns its query parameters and body fields that no operation of the node offers, e.g. `body title`. What lies in
 *   an object is looked at only where the node offers its parts one by one; where code builds it, the operation's own
 *   tests look inside.
 */
export function notOffered(api: ApiOperation): string[] {
	const offered = new Set(offering(api).flatMap(offeredBy));
	const offersPartsOf = (name: string) => [...offered].some((one) => one.startsWith(`body ${name}.`));
	const body = api.body.filter((name) => {
		const [object, ...inner] = name.split('.');
		return inner.length === 0 || offersPartsOf(object);
	});
	const wanted = [...api.query.map((name) => `query ${name}`), ...body.map((name) => `body ${name}`)];
	return wanted.filter((name) => !offered.has(name));
}
