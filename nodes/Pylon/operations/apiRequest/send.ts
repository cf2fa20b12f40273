import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';
import { QUERY_FORMS, readMethod, RESPONSES } from './send/choices';

/** Has no endpoint of its own: the user names any. */
export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send API request',
	description: "Call any endpoint of Pylon's API. Use it only for what no other operation can do.",
	effect: 'cannotBeUndone',
	builderHint: 'Only for endpoints that no other operation covers.',
	onlyReads: (context) => readMethod(context) === 'GET',
	request: { method: 'GET', url: '/' },
	load: async () => ({
		validate: [(await import('./send/steps')).anyRequest],
		run: (await import('./send/handler')).sendAnyRequest,
	}),
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			default: 'GET',
			description:
				'GET reads, POST creates or searches, PATCH changes, DELETE deletes. A POST that creates or sends something is never sent twice.',
			options: [
				{ name: 'DELETE', value: 'DELETE' },
				{ name: 'GET', value: 'GET' },
				{ name: 'PATCH', value: 'PATCH' },
				{ name: 'POST', value: 'POST' },
				{ name: 'PUT', value: 'PUT' },
			],
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. /issues/123/messages',
			description:
				"Path of the endpoint as in Pylon's API reference, with the IDs filled in. A full URL must be on the host of the credential.",
		},
		{
			displayName: 'Specify Query Parameters',
			name: 'specifyQuery',
			type: 'options',
			default: 'fields',
			description: 'How to enter the query parameters',
			options: QUERY_FORMS,
		},
		{
			displayName: 'Query Parameters',
			name: 'queryParameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Parameter',
			default: {},
			displayOptions: { show: { specifyQuery: ['fields'] } },
			description:
				'Query parameters to append to the path. Add a name more than once to send several values.',
			options: [
				{
					name: 'parameter',
					displayName: 'Parameter',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. start_time',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. 2026-01-01T00:00:00Z',
						},
					],
				},
			],
		},
		{
			displayName: 'Query Parameters (JSON)',
			name: 'queryJson',
			type: 'json',
			// n8n's editor marks an empty one as wrong.
			default: '{}',
			displayOptions: { show: { specifyQuery: ['json'] } },
			placeholder: 'e.g. {"start_time":"2026-01-01T00:00:00Z"}',
			description:
				'Query parameters as a JSON object, such as {"start_time":"2026-01-01T00:00:00Z"}',
		},
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"title":"Printer on fire"}',
			displayOptions: { hide: { method: ['GET'] } },
			description:
				'The request body as a JSON object with the property names of the API, such as {"title":"Printer on fire"}. Leave empty to send no body.',
		},
		{
			displayName: 'Response',
			name: 'response',
			type: 'options',
			default: 'records',
			description: 'What to return',
			options: RESPONSES,
		},
		{ ...returnAll, displayOptions: { show: { response: ['records'] } } },
		{ ...limit, displayOptions: { show: { response: ['records'], returnAll: [false] } } },
	],
};
