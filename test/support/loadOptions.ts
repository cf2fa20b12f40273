import { LoadOptionsContext } from 'n8n-core';
import type {
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	ResourceMapperFields,
} from 'n8n-workflow';

import { additionalDataFor, nodeOf, type CredentialData } from './additionalData';
import { workflowOf } from './engine';
import { loadNode } from './nodeTypes';

function contextOf(
	node: INodeType,
	credentials: CredentialData | undefined,
	parameters: INodeParameters,
	path = '',
): LoadOptionsContext {
	const type = loadNode(node);
	const instance = nodeOf(type, { parameters }, credentials !== undefined);
	const additionalData = additionalDataFor(credentials);
	additionalData.currentNodeParameters = parameters;
	return new LoadOptionsContext(workflowOf([instance], {}, [type]), instance, additionalData, path);
}

/**
 * Opens a drop-down whose entries a `loadOptionsMethod` brings, as n8n's editor does
 * (n8n/dist/services/dynamic-node-parameters.service.js of 2.41, `getOptionsViaMethodName`).
 *
 * @param node whose drop-down it is
 * @param method name of the method
 * @param credentials decrypted data of the node's credential
 * @param parameters of the node, as they stand in the editor
 * @param path where the drop-down is opened, like that of `Searching`
 * @returns its entries
 * @throws Error when the node has no such method, and what the method throws
 */
export async function openDropDown(
	node: INodeType,
	method: string,
	credentials: CredentialData,
	parameters: INodeParameters = {},
	path = '',
): Promise<INodePropertyOptions[]> {
	const load = node.methods?.loadOptions?.[method];
	if (!load) throw new Error(`The node has no loadOptions method "${method}"`);
	return await load.call(contextOf(node, credentials, parameters, path));
}

/**
 * Opens a resource mapper as n8n's editor does (same place, `getResourceMappingFields`).
 *
 * @param node whose mapper it is
 * @param method name of the method
 * @param credentials decrypted data of the node's credential; undefined where none is chosen
 * @param parameters of the node, as they stand in the editor
 * @returns its fields
 * @throws Error when the node has no such method, and what the method throws
 */
export async function openMapper(
	node: INodeType,
	method: string,
	credentials: CredentialData | undefined,
	parameters: INodeParameters,
): Promise<ResourceMapperFields> {
	const load = node.methods?.resourceMapping?.[method];
	if (!load) throw new Error(`The node has no resourceMapping method "${method}"`);
	return await load.call(contextOf(node, credentials, parameters));
}

/** What somebody does with the list of a record picker. */
interface Searching {
	/** What was typed. */
	filter?: string;
	/** Of the page before: asked for when the list is scrolled to its end. */
	paginationToken?: string;
	/** The node's parameters as they stand in the editor. */
	parameters?: INodeParameters;
	/** Where the list is opened, e.g. `parameters.conditions.condition[0].choice`. */
	path?: string;
}

/**
 * Opens the list of a record picker, as n8n's editor does (same place, `getResourceLocatorResults`).
 *
 * @param node whose list it is
 * @param method name of the method
 * @param credentials decrypted data of the node's credential
 * @param searching what somebody does with the list
 * @returns one page of it
 * @throws Error when the node has no such method, and what the method throws
 */
export async function searchList(
	node: INodeType,
	method: string,
	credentials: CredentialData,
	{ filter, paginationToken, parameters = {}, path }: Searching = {},
): Promise<INodeListSearchResult> {
	const search = node.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no listSearch method "${method}"`);
	return await search.call(contextOf(node, credentials, parameters, path), filter, paginationToken);
}
