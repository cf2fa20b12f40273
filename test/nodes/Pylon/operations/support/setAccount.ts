import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';

/**
 * @param more further parameters, or others
 * @returns the parameters of 'Contact: Set Account', which give each item's `contact` its `account`
 */
export const setAccount = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'contact',
	operation: 'setAccount',
	contactId: byId('={{ $json.contact }}'),
	accountId: byId('={{ $json.account }}'),
	...more,
});
