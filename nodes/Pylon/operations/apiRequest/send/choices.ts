import type { IExecuteSingleFunctions, IHttpRequestMethods } from 'n8n-workflow';
import { readChoice } from '../../../../shared/input';

const METHODS = (['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] satisfies IHttpRequestMethods[]).map(
	(method) => ({ name: method, value: method }),
);

/** The ways to enter query parameters. */
export const QUERY_FORMS = [
	{ name: 'Using Fields Below', value: 'fields' },
	{ name: 'Using JSON', value: 'json' },
];

/** The forms of the output. */
export const RESPONSES = [
	{
		name: 'Records',
		value: 'records',
		description: 'One item per record, across all pages of lists and searches',
	},
	{
		name: 'Full Response',
		value: 'fullResponse',
		description: 'One item with the whole response body, including pagination and request ID',
	},
];

/**
 * @param context the item's context
 * @returns which of `RESPONSES` the user wants
 * @throws WrongInput when the value is none of them
 */
export const readResponse = (context: IExecuteSingleFunctions): string =>
	readChoice(context.getNodeParameter('response', 'records') as unknown, 'Response', RESPONSES);

/**
 * @param context the item's context
 * @returns the method, in capitals
 * @throws WrongInput when it is none that Pylon has
 */
export const readMethod = (context: IExecuteSingleFunctions): IHttpRequestMethods =>
	readChoice(context.getNodeParameter('method', 'GET') as unknown, 'Method', METHODS);
