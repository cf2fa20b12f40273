import { limit, returnAll } from '../../fields/paging';
import { picker } from '../../fields/picker';
import { momentInQuery } from '../../steps/moments';
import { idInQuery } from '../../steps/query';
import { listing } from '../../transport/plan';
import type { Operation } from '../resource';
import { surveyId } from './fields';

/** Pages: notes on the API, section c. */
export const getResponses: Operation = {
	name: 'Get Responses',
	value: 'getResponses',
	action: 'Get responses of survey',
	description: 'List what people answered to a survey, with their scores and comments',
	routing: {
		request: { method: 'GET', url: '/surveys/{surveyId}/responses' },
		send: { preSend: [listing({ pageSize: 999 })] },
	},
	fields: [
		surveyId,
		returnAll,
		limit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					...picker('Account', 'accountId', 'Only responses from this account'),
					required: false,
					routing: { send: { type: 'query', property: 'account_id', preSend: [idInQuery('account_id', 'Account')] } },
				},
				{
					...picker('Contact', 'contactId', 'Only responses from this contact'),
					required: false,
					routing: { send: { type: 'query', property: 'contact_id', preSend: [idInQuery('contact_id', 'Contact')] } },
				},
				{
					displayName: 'Submitted After',
					name: 'submittedAfter',
					type: 'dateTime',
					default: '',
					description: "Only responses from after this moment. Without an offset, in the workflow's time zone.",
					routing: {
						send: { type: 'query', property: 'submitted_after', preSend: [momentInQuery('submitted_after', 'Submitted After')] },
					},
				},
				{
					displayName: 'Submitted Before',
					name: 'submittedBefore',
					type: 'dateTime',
					default: '',
					description: "Only responses from before this moment. Without an offset, in the workflow's time zone.",
					routing: {
						send: { type: 'query', property: 'submitted_before', preSend: [momentInQuery('submitted_before', 'Submitted Before')] },
					},
				},
			],
		},
	],
};
