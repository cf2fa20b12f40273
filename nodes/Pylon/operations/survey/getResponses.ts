import { collections } from '../../parameters/collections';
import { momentField } from '../../parameters/moments/momentField';
import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { optionalRecord } from '../../parameters/record/recordField';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import type { Operation } from '../operation';
import { surveyId } from './fields';

/** Pages: docs/pylon-api-notes.md#page-size */
export const getResponses: Operation = {
	name: 'Get Responses',
	value: 'getResponses',
	action: 'Get responses of survey',
	description: 'List the responses to a survey, with scores and comments',
	effect: 'reads',
	request: { method: 'GET', url: '/surveys/{surveyId}/responses' },
	list: {},
	fields: [
		surveyId,
		returnAll,
		limit,
		{
			...collections.filters,
			options: [
				optionalRecord(account, {
					displayName: 'Account',
					name: 'accountId',
					property: 'account_id',
					description: 'Only responses from this account',
					to: 'query',
				}),
				optionalRecord(contact, {
					displayName: 'Contact',
					name: 'contactId',
					property: 'contact_id',
					description: 'Only responses from this contact',
					to: 'query',
				}),
				momentField({
					displayName: 'Submitted After',
					name: 'submittedAfter',
					property: 'submitted_after',
					description: 'Only responses submitted after this time',
					to: 'query',
				}),
				momentField({
					displayName: 'Submitted Before',
					name: 'submittedBefore',
					property: 'submitted_before',
					description: 'Only responses submitted before this time',
					to: 'query',
				}),
			],
		},
	],
};
