import { customFields } from '../../parameters/customFields/customFieldsField';
import { message } from '../../parameters/message/messageFields';
import { picker } from '../../parameters/record/recordField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { required } from '../../parameters/texts/commonTextFields';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import { sendWithAttachments } from '../../parameters/files/attachments';
import { recordInBody } from '../../parameters/record/recordReference';
import type { Operation } from '../operation';
import { deliveryFields } from './create.delivery';
import { additionalFields } from './create.fields';
import { forSomebody, oneAuthor, requesterInBody } from './create.steps';

/** Who the issue is for, who wrote it and how it is delivered are independent of each other (openapi.yaml, `createIssue`). */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create issue',
	description: 'Open an issue with its first message',
	request: { method: 'POST', url: '/issues' },
	safeToRepeat: false,
	validate: [forSomebody, oneAuthor],
	run: sendWithAttachments,
	fields: [
		required.issueTitle,
		...message,
		{
			...accountId,
			required: false,
			description:
				'The account that the issue is for. An account, a requester, or both are needed.',
			routing: {
				send: {
					preSend: [
						recordInBody(account, 'accountId', 'account_id', 'Account', { optional: true }),
					],
				},
			},
		},
		{
			...picker(
				'Requester',
				'requesterId',
				'The contact that the issue is for. By email, Pylon finds the contact or creates it.',
				contact,
			),
			required: false,
			routing: { send: { preSend: [requesterInBody] } },
		},
		...deliveryFields,
		...output.issue,
		customFields,
		additionalFields,
	],
};
