import { LoadOptionsContext } from 'n8n-core';
import type { INodeParameters, INodePropertyOptions, INodeType } from 'n8n-workflow';

import { additionalDataFor, nodeOf, type CredentialData } from './additionalData';
import { workflowOf } from './engine';
import { loadNode } from './nodeTypes';

/**
 * Opens a drop-down whose entries a `loadOptionsMethod` brings, as n8n's editor does
 * (n8n/dist/services/dynamic-node-parameters.service.js of 2.41, `getOptionsViaMethodName`). Throws what the method throws.
 */
export async function openDropDown(
	node: INodeType,
	method: string,
	credentials: CredentialData,
	parameters: INodeParameters = {},
): Promise<INodePropertyOptions[]> {
	const type = loadNode(node);
	const instance = nodeOf(type, { parameters }, true);
	const additionalData = additionalDataFor(credentials);
	additionalData.currentNodeParameters = parameters;
	const context = new LoadOptionsContext(workflowOf([instance], {}, [type]), instance, additionalData, '');
	const load = type.methods?.loadOptions?.[method];
	if (!load) throw new Error(`The node has no loadOptions method "${method}"`);
	return await load.call(context);
}
