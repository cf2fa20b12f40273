import { listName, recordList } from '../../parameters/record/recordListField';
import { account } from '../../records/account';
import { filledListInBody } from '../../parameters/lists/lists';
import { recordsInList } from '../../parameters/record/recordListReferences';
import type { Operation } from '../operation';
import { featureRequestId } from './fields';

export const setPortalVisibility: Operation = {
	name: 'Set Portal Visibility',
	value: 'setPortalVisibility',
	action: 'Set portal visibility of feature request',
	description:
		'Show a feature request to some accounts in the customer portal, or hide it from them. It has an effect when the portal shows feature requests at all.',
	request: { method: 'POST', url: '/feature-requests/{featureRequestId}/set-portal-visibility' },
	safeToRepeat: true,
	fields: [
		featureRequestId,
		{
			...recordList(
				'Account',
				'accountIds',
				'getAccounts',
				'The accounts. What other accounts see stays as it is',
				account,
			),
			required: true,
			routing: {
				send: {
					type: 'body',
					property: 'account_ids',
					preSend: [
						filledListInBody('account_ids', listName('Account')),
						recordsInList(account, 'account_ids', listName('Account')),
					],
				},
			},
		},
		{
			displayName: 'Visible',
			name: 'visible',
			type: 'boolean',
			default: true,
			required: true,
			description: 'Whether the accounts can see the feature request',
			routing: { send: { type: 'body', property: 'visible' } },
		},
	],
};
