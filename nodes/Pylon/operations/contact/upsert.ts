import type { INodeProperties } from 'n8n-workflow';
import { collections } from '../../parameters/collections';
import { customFields } from '../../parameters/customFields/customFieldsField';
import { output } from '../../parameters/output/outputFields';
import { externalId, externalIdLabel, matching, nameOrNone } from '../../upsert/upsertFields';
import type { Operation } from '../operation';
import { create } from './create';
import { account } from './fields';
import { phoneNumbersOfUpsert } from './lists';
import { contactUpsert } from './upsert.kind';

const ofCreate = create.fields.find(({ name }) => name === 'additionalFields')
	?.options as INodeProperties[];

/** Sends the request that creates, unless the contact is there. */
export const upsert: Operation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	effect: 'writesInternally',
	builderHint: 'Replaces a search, an If node and two nodes that create and update.',
	request: { method: 'POST', url: '/contacts' },
	safeToRepeat: false,
	load: async () => (await import('../../upsert/handler')).upsertOf(contactUpsert),
	fields: [
		nameOrNone('e.g. Ada Example'),
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'e.g. ada@example.com',
			description: 'It is added to the addresses that the contact already has',
		},
		externalId,
		account,
		...matching(contactUpsert),
		{
			...collections.additionalFields,
			options: [
				...ofCreate.filter(({ name }) => !['externalIds', 'phoneNumbers'].includes(name)),
				externalIdLabel,
				phoneNumbersOfUpsert,
			],
		},
		customFields,
		...output.upsertedContact,
	],
};
