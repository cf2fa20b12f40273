import { textField, urlField } from '../../parameters/texts/textField';
import { collections } from '../../parameters/collections';
import { optionalMessageFields } from '../../parameters/message/messageFields';
import { momentField } from '../../parameters/moments/momentField';
import { optionalRecord } from '../../parameters/record/recordField';
import { accountId } from '../../parameters/record/commonRecordFields';
import { contact } from '../../records/contact';
import { user } from '../../records/user';
import { loadedOptionsField } from '../../parameters/choices/choiceFields';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create account activity',
	description:
		"Add an event to an account's timeline, for example something that happened in your product",
	effect: 'writesInternally',
	request: { method: 'POST', url: '/accounts/{accountId}/activities' },
	safeToRepeat: false,
	fields: [
		accountId,
		loadedOptionsField({
			noun: 'Activity Type',
			name: 'activityType',
			property: 'slug',
			loadOptionsMethod: 'getActivityTypes',
			required: true,
			description: 'Type of the activity, by its slug. An admin creates the types in Pylon',
		}),
		{
			...collections.additionalFields,
			options: [
				...optionalMessageFields({
					displayName: 'Body',
					name: 'body',
					property: 'body_html',
					placeholder: 'e.g. Exported 12,000 rows',
					description: 'What happened, in detail',
				}),
				optionalRecord(contact, {
					displayName: 'Contact',
					name: 'contactId',
					property: 'contact_id',
					description: 'The contact who did it',
				}),
				momentField({
					displayName: 'Happened At',
					name: 'happenedAt',
					property: 'happened_at',
					description: 'When it happened. By default, the current time',
				}),
				urlField({
					displayName: 'Link',
					name: 'link',
					property: 'link',
					placeholder: 'e.g. https://app.example.com/exports/42',
					description: 'URL with more information',
				}),
				textField({
					displayName: 'Link Text',
					name: 'linkText',
					property: 'link_text',
					placeholder: 'e.g. Open export',
					description: "Text of the 'Link'. Without it, Pylon chooses a text.",
				}),
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
