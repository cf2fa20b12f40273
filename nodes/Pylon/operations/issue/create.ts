import { customFields } from '../../parameters/customFields/customFieldsField';
import { message } from '../../parameters/message/messageFields';
import { optionalRecord } from '../../parameters/record/recordField';
import { output } from '../../parameters/output/outputFields';
import { required } from '../../parameters/texts/commonTextFields';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import type { Operation } from '../operation';
import { deliveryFields } from './create/delivery';
import { additionalFields } from './create/fields';
import { forSomebody, oneAuthor } from './create/steps';

/** The parameters for whom the issue is for, who wrote it and how it is delivered are independent (openapi.yaml, `createIssue`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create issue',
	description: 'Open an issue with its first message',
	effect: 'reachesCustomers',
	builderHint:
		"'delivery' decides whether the customer is contacted: 'internal' contacts nobody. Needs 'accountId' or 'requesterId'.",
	request: { method: 'POST', url: '/issues' },
	safeToRepeat: false,
	validate: [forSomebody, oneAuthor],
	load: async () => {
		const { sendWithAttachments } = await import('../../parameters/files/attachments');
		return { run: sendWithAttachments };
	},
	fields: [
		required.issueTitle,
		...message,
		optionalRecord(account, {
			displayName: 'Account',
			name: 'accountId',
			property: 'account_id',
			description: 'The account of the issue. Choose an account, a requester, or both.',
			optional: true,
		}),
		optionalRecord(contact, {
			displayName: 'Requester',
			name: 'requesterId',
			property: 'requester_id',
			description:
				'The contact who reports the issue. If you enter an email, Pylon finds or creates the contact.',
			optional: true,
			as: { email: 'requester_email' },
		}),
		...deliveryFields,

		additionalFields,
		customFields,
		...output.issue,
	],
};
