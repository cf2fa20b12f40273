import type { INodeProperties } from 'n8n-workflow';
import { collections } from '../../parameters/collections';
import { customFields } from '../../parameters/customFields/customFieldsField';
import { output } from '../../parameters/output/outputFields';
import { externalId, externalIdLabel, matching, nameOrNone } from '../../upsert/upsertFields';
import type { Operation } from '../operation';
import { create } from './create';
import { changedType } from './fields';
import { tagsOfUpsert } from './lists';
import { accountUpsert } from './upsert.kind';

const ofCreate = create.fields.find(({ name }) => name === 'additionalFields')
	?.options as INodeProperties[];

/** The identifiers, and the fields that an update handles differently. */
const NOT_SHARED = [
	'accountType',
	'channels',
	'externalIds',
	'moreDomains',
	'subaccountIds',
	'tags',
];

/** Sends the request that creates, unless the account is there. */
export const upsert: Operation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update account',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	effect: 'writesInternally',
	builderHint: 'Replaces a search, an If node and two nodes that create and update.',
	request: { method: 'POST', url: '/accounts' },
	safeToRepeat: false,
	load: async () => (await import('../../upsert/handler')).upsertOf(accountUpsert),
	fields: [
		nameOrNone('e.g. Globex'),
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			default: '',
			placeholder: 'e.g. globex.com',
			description:
				'Email domain of the account, without https://. It is added to the domains that the account already has.',
		},
		externalId,
		...matching(accountUpsert),
		{
			...collections.additionalFields,
			options: [
				changedType,
				externalIdLabel,
				...ofCreate.filter(({ name }) => !NOT_SHARED.includes(name)),
				tagsOfUpsert,
			],
		},
		customFields,
		...output.upsertedAccount,
	],
};
