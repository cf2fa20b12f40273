import { contactId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { account } from '../../records/account';
import { recordField } from '../../parameters/record/recordField';
import { bodyOf } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';
import type { Operation } from '../operation';
import { accountOfEmailDomain } from './setAccount.steps';

/** An empty `account_id` removes the contact from its account (openapi.yaml, `UpdateContactRequestBody`). */
const noAccount = beforeSending(function (request) {
	bodyOf(request).account_id = '';
});

export const setAccount: Operation = {
	name: 'Set Account',
	value: 'setAccount',
	action: 'Set account of contact',
	description:
		'Move a contact to an account, to the account of its email domain, or out of its account',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/contacts/{contactId}' },
	fields: [
		contactId,
		{
			displayName: 'Set To',
			name: 'target',
			type: 'options',
			noDataExpression: true,
			default: 'account',
			options: [
				{
					name: 'Account',
					value: 'account',
					description: 'Move the contact to the account that you choose',
				},
				{
					name: 'Account of Email Domain',
					value: 'emailDomain',
					description:
						'Move the contact to the account with the domain of its email address. Nothing changes if no account has it, or several have.',
					routing: { send: { preSend: [accountOfEmailDomain] } },
				},
				{
					name: 'No Account',
					value: 'none',
					description: 'Remove the contact from its account',
					routing: { send: { preSend: [noAccount] } },
				},
			],
		},
		{
			...recordField(account, {
				displayName: 'Account',
				name: 'accountId',
				property: 'account_id',
				description: 'The account that the contact belongs to',
				as: { externalId: 'account_external_id' },
			}),
			displayOptions: { show: { target: ['account'] } },
		},
		...output.contact,
	],
};
