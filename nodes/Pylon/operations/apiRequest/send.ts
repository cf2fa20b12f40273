import { limit, returnAll } from '../../parameters/paging/pagingFields';
import type { Operation } from '../operation';
import { sendAnyRequest } from './send.handler';
import { anyRequest, readMethod, RESPONSES } from './send.steps';

/** No endpoint of its own: any of them. */
export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send API request',
	description:
		"Send any request to Pylon's API, for what no other operation can do. Use the other operations where one fits.",
	effect: 'cannotBeUndone',
	builderHint: 'Only for endpoints that no other operation covers.',
	onlyReads: (context) => readMethod(context) === 'GET',
	request: { method: 'GET', url: '/' },
	validate: [anyRequest],
	run: sendAnyRequest,
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
				"Path of the endpoint, with the IDs in it, as Pylon's API reference has it. A full URL has to have the host of the credential.",
		},
		{
			displayName: 'Query Parameters',
			name: 'queryParameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Parameter',
			default: {},
			description:
				'What goes behind the path, as ?name=value. Give a name twice to send several values.',
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
			placeholder: 'e.g. {"start_time":"2026-01-01T00:00:00Z"}',
			description:
				'The same as a JSON object of names and values, such as {"start_time":"2026-01-01T00:00:00Z"}',
		},
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"title":"Printer on fire"}',
			displayOptions: { hide: { method: ['GET'] } },
			description:
				'What is sent, as a JSON object with the names that the API uses, such as {"title":"Printer on fire"}. An empty one sends nothing.',
		},
		{
			displayName: 'Response',
			name: 'response',
			type: 'options',
			default: 'records',
			description: 'What comes out',
			options: RESPONSES,
		},
		{ ...returnAll, displayOptions: { show: { response: ['records'] } } },
		{ ...limit, displayOptions: { show: { response: ['records'], returnAll: [false] } } },
	],
};
