import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { simplify } from '../../parameters/output/simplifyField';
import { simplifyIssue } from '../../records/simplified/issue';
import { isOn } from '../../run/tool';

/** `simplify` for operations that put more beside the issue: their handlers do it, by `issueWith`. */
export const simplifyInHandler: INodeProperties = { ...simplify.issue, routing: {} };

/**
 * @param context of the item, with the parameter `simplify`
 * @param issue as Pylon sends it
 * @param more what the operation tells beside it
 * @returns both, the issue as it is or simplified
 */
export function issueWith(context: IExecuteSingleFunctions, issue: IDataObject, more: IDataObject): IDataObject {
	const isSimple = isOn(context.getNodeParameter('simplify', true), true);
	return { ...(isSimple ? simplifyIssue(issue) : issue), ...more };
}
