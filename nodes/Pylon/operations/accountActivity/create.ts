import { collections } from '../../parameters/collections';
import { optionalMessageFields } from '../../parameters/message/messageFields';
import { moment } from '../../parameters/moments/momentField';
import { optionalRecord } from '../../parameters/record/recordField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { contact } from '../../records/contact';
import { user } from '../../records/user';
import { textInBody } from '../../parameters/texts/body';
import { urlInBody } from '../../parameters/texts/urls';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account activity',
	description:
		"Record on an account's timeline that something happened, for example in a product of yours",
	request: { method: 'POST', url: '/accounts/{accountId}/activities' },
	safeToRepeat: false,
	fields: [
		accountId,
		{
			displayName: 'Activity Type Name or ID',
			name: 'activityType',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getActivityTypes' },
			default: '',
			required: true,
			description:
				'What kind of thing happened, by its slug; an admin makes the types in Pylon. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			routing: {
				send: {
					type: 'body',
					property: 'slug',
					preSend: [textInBody('slug', 'Activity Type Name or ID')],
				},
			},
		},
		{
			...collections.additionalFields,
			options: [
				...optionalMessageFields({
					displayName: 'Body',
					name: 'body',
					property: 'body_html',
					placeholder: 'e.g. Exported 12,000 rows',
					description: 'What happened in detail',
				}),
				optionalRecord(contact, {
					displayName: 'Contact',
					name: 'contactId',
					property: 'contact_id',
					description: 'The contact who did it',
				}),
				moment({
					displayName: 'Happened At',
					name: 'happenedAt',
					property: 'happened_at',
					description: 'When it happened; without it, now',
				}),
				{
					displayName: 'Link',
					name: 'link',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://app.example.com/exports/42',
					description: 'Address that leads to more about it',
					routing: {
						send: { type: 'body', property: 'link', preSend: [urlInBody('link', 'Link')] },
					},
				},
				{
					displayName: 'Link Text',
					name: 'linkText',
					type: 'string',
					default: '',
					placeholder: 'e.g. Open export',
					description:
						"What the link of 'Link' says. Without it, Pylon writes something of its own.",
					routing: {
						send: {
							type: 'body',
							property: 'link_text',
							preSend: [textInBody('link_text', 'Link Text')],
						},
					},
				},
				optionalRecord(user, {
					displayName: 'User',
					name: 'userId',
					property: 'user_id',
					description: 'The user of your team who did it',
				}),
			],
		},
	],
};
