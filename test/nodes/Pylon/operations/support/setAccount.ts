import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../../../../support/locator';

/** 'Contact: Set Account' of each item's `contact` to its `account`. */
export const setAccount = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'contact',
	operation: 'setAccount',
	contactId: byId('={{ $json.contact }}'),
	accountId: byId('={{ $json.account }}'),
	...more,
});
