import type { N8nUnderTest } from '../check';
import type { Json } from './flow';

/** An n8n, and the credential of the node. */
type EditorOfN8n = Pick<N8nUnderTest, 'api' | 'credential'>;

interface Question {
	/** Part of the address behind `/dynamic-node-parameters`. */
	route: 'resource-locator-results' | 'options' | 'resource-mapper-fields';
	/** Name of the node's method. */
	method: string;
	/** Of the node, as far as they are filled in. */
	parameters: Json;
	filter?: string;
}

/** Asks as the editor does when it needs values for a parameter; throws n8n's words. */
async function ask<T>(
	{ api, credential }: EditorOfN8n,
	{ route, method, parameters, filter }: Question,
): Promise<T> {
	return await api.rest.call('POST', `/dynamic-node-parameters/${route}`, {
		path: 'parameters.value',
		nodeTypeAndVersion: { name: 'n8n-nodes-pylon.pylon', version: 1 },
		methodName: method,
		currentNodeParameters: parameters,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		...(filter !== undefined && { filter }),
	});
}

/**
 * Opens the list of contacts of a record picker, and types into its search.
 *
 * @param n8n whose editor it is
 * @param filter what is typed; nothing when undefined
 * @returns the first page of the list
 */
export const listOfContacts = async (n8n: EditorOfN8n, filter?: string) =>
	await ask<{ results: Array<{ name: string; value: string }> }>(n8n, {
		route: 'resource-locator-results',
		method: 'searchContacts',
		parameters: { resource: 'contact', operation: 'get' },
		filter,
	});

/**
 * Opens a drop-down.
 *
 * @param n8n whose editor it is
 * @param method of the node that loads it, e.g. `getCustomFields`
 * @param parameters of the node, as they stand in the editor
 * @returns its entries
 */
export const optionsOf = async (n8n: N8nUnderTest, method: string, parameters: Json) =>
	await ask<Array<{ name: string; value: string }>>(n8n, { route: 'options', method, parameters });

/**
 * Opens the mapper of a contact's custom fields.
 *
 * @param n8n whose editor it is
 * @returns its fields
 */
export const customFieldsOfContact = async (n8n: N8nUnderTest) =>
	await ask<{ fields: Array<{ id: string; displayName: string }> }>(n8n, {
		route: 'resource-mapper-fields',
		method: 'getCustomFields',
		parameters: { resource: 'contact', operation: 'update' },
	});
