import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { isSimplified, simplify, simplifyIsKnown } from '../../parameters/output/simplifyField';
import { simplifyIssue } from '../../records/simplified/issue';

/** `simplify` for operations that put more beside the issue: their handlers do it, by `issueWith`. */
export const simplifyInHandler: INodeProperties = { ...simplify.issue, routing: { send: { preSend: [simplifyIsKnown] } } };

/**
 * @param context of the item, with the parameter `simplify`
 * @param issue as Pylon sends it
 * @param more what the operation tells beside it
 * @returns both, the issue as it is or simplified
 */
export function issueWith(context: IExecuteSingleFunctions, issue: IDataObject, more: IDataObject): IDataObject {
	return { ...(isSimplified(context) ? simplifyIssue(issue) : issue), ...more };
}
