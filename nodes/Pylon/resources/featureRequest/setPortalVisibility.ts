import { filledListInBody } from '../../steps/lists';
import type { Operation } from '../resource';
import { featureRequestId } from './fields';

export const setPortalVisibility: Operation = {
	name: 'Set Portal Visibility',
	value: 'setPortalVisibility',
	action: 'Set portal visibility of feature request',
	description:
		'Show a feature request to some accounts in the customer portal, or hide it from them. It has an effect when the portal shows feature requests at all.',
	routing: { request: { method: 'POST', url: '/feature-requests/{featureRequestId}/set-portal-visibility' } },
	fields: [
		featureRequestId,
		{
			displayName: 'Accounts',
			name: 'accountIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 0c7f6d1e-…, 77f0ab3c-…',
			description: 'IDs of the accounts, separated by commas, or an expression that yields an array. What other accounts see stays as it is.',
			routing: { send: { type: 'body', property: 'account_ids', preSend: [filledListInBody('account_ids', 'Accounts')] } },
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
