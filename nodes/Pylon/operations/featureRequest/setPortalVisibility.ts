import { booleanField } from '../../parameters/choices/choiceFields';
import { recordListField } from '../../parameters/record/recordListField';
import { account } from '../../records/account';
import { filledListInBody } from '../../parameters/lists/lists';
import type { Operation } from '../operation';
import { featureRequestId } from './fields';

export const setPortalVisibility: Operation = {
	name: 'Set Portal Visibility',
	value: 'setPortalVisibility',
	action: 'Set portal visibility of feature request',
	description:
		'Show or hide a feature request in the customer portal for the accounts that you choose. This has no effect unless the portal shows feature requests.',
	effect: 'reachesCustomers',
	request: { method: 'POST', url: '/feature-requests/{featureRequestId}/set-portal-visibility' },
	safeToRepeat: true,
	fields: [
		featureRequestId,
		recordListField({
			noun: 'Account',
			name: 'accountIds',
			property: 'account_ids',
			loadOptionsMethod: 'getAccounts',
			description:
				'The accounts to show the feature request to or hide it from. Other accounts are not affected',
			kind: account,
			required: true,
			read: [filledListInBody],
		}),
		booleanField({
			displayName: 'Visible',
			name: 'visible',
			property: 'visible',
			default: true,
			required: true,
			description: 'Whether the accounts can see the feature request',
		}),
	],
};
