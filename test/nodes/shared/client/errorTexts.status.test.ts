import type { INodeParameters } from 'n8n-workflow';
import { seedIds, type Fault } from '../../../../sandbox/pylon';
import {
	changeValue,
	errorFor,
	maybeProcessed,
	ofRequest,
	status,
	tokenPage,
} from './support/errorFor';
import { createIssue, listContacts } from './support/run';
import { pylon, time, read, update } from './support/httpErrors';

const withBody = (code: string | undefined, text: string) => ({
	errors: [text],
	request_id: 'REQUEST',
	code,
});

test.each<[string, INodeParameters, Fault, object]>([
	[
		'400 without words',
		read,
		status(400, { errors: [], request_id: 'REQUEST' }),
		{
			message: 'Pylon refused the values',
			description: `Pylon does not say which value it refuses. Check the parameters of the node, beginning with custom fields and IDs.${ofRequest}`,
			status: 400,
		},
	],
	[
		'401 invalid_oauth_token',
		read,
		status(401, withBody('invalid_oauth_token', 'x')),
		{
			message: 'Pylon does not know this access token, or it has expired',
			description: `Use an API token instead: an admin can create one in Pylon under Settings > Integrations & dev > API tokens (${tokenPage}).${ofRequest}`,
			status: 401,
			code: 'invalid_oauth_token',
		},
	],
	[
		'401 without a code',
		read,
		status(401, withBody(undefined, 'Who are you?')),
		{
			message: 'Pylon did not accept the API token: Who are you?',
			description: `Check 'API Token' and 'Region' of the credential. An admin can create a token under Settings > Integrations & dev > API tokens (${tokenPage}).${ofRequest}`,
			status: 401,
		},
	],
	[
		'404: no such route',
		read,
		status(404, withBody('not_found', 'Not a valid API URL!')),
		{
			message: `http://pylon has no endpoint /contacts/${seedIds.contacts.ada}`,
			description: `Check 'Base URL' of the credential, and whether there is a newer version of this node: Pylon may have changed its API.${ofRequest}`,
			status: 404,
			code: 'not_found',
		},
	],
	[
		'404: a list',
		listContacts(),
		status(404, withBody('not_found', 'Nothing here')),
		{
			message: 'Pylon has nothing under /contacts: Nothing here',
			description: `Check the IDs: a record may have been deleted or merged, or may belong to another workspace.${ofRequest}`,
			status: 404,
			code: 'not_found',
		},
	],
	[
		'404 as a web page',
		read,
		{ kind: 'html', status: 404 },
		{
			message: `http://pylon has no endpoint /contacts/${seedIds.contacts.ada}`,
			description: `Check 'Base URL' of the credential, and whether there is a newer version of this node: Pylon may have changed its API.${ofRequest}`,
			status: 404,
		},
	],
	[
		'405',
		read,
		status(405, withBody('method_not_allowed', 'Method not allowed')),
		{
			message: `Pylon does not accept GET on /contacts/${seedIds.contacts.ada}`,
			description: `Check 'Base URL' of the credential, and whether there is a newer version of this node: Pylon may have changed its API.${ofRequest}`,
			status: 405,
			code: 'method_not_allowed',
		},
	],
	[
		'408 to a create',
		createIssue('t'),
		status(408),
		{
			message: 'Pylon gave up waiting for the request (status 408)',
			description: maybeProcessed + ofRequest,
			status: 408,
			maybeProcessed: true,
		},
	],
	[
		'409',
		update({ name: 'Ada' }),
		status(409, withBody('conflict', 'Version mismatch')),
		{
			message: 'The record was changed by somebody else at the same time: Version mismatch',
			description: `Read the record again, and repeat the change if it is still needed.${ofRequest}`,
			status: 409,
			code: 'conflict',
		},
	],
	[
		'413',
		createIssue('t'),
		status(413),
		{
			message: 'Pylon refused the request because it is too large',
			description: `Send fewer records or a smaller file at once.${ofRequest}`,
			status: 413,
		},
	],
	[
		'413 payload_too_large',
		createIssue('t'),
		status(413, withBody('payload_too_large', 'The body is larger than 10 MiB')),
		{
			message: 'Pylon refused the request because it is too large',
			description: `The content of one request may be up to 10 MiB: send less at once. Upload images and files with 'Attachment: Create', and put their URLs in the text.${ofRequest}`,
			status: 413,
			code: 'payload_too_large',
		},
	],
	[
		'422',
		update({ name: 'Ada' }),
		status(422, withBody('unprocessable', 'name is taken')),
		{
			message: 'Pylon understood the request but refused the values: name is taken',
			description: changeValue + ofRequest,
			status: 422,
			code: 'unprocessable',
		},
	],
	[
		'429, longer than the item may wait',
		read,
		{ kind: 'rate-limited', waitMs: 3_600_000 },
		{
			message: 'Pylon asks to wait 3600 more seconds, longer than this node allows',
			description: `Increase 'Longest Wait (Seconds)' under 'Request Options' in the node's settings, or run fewer items at once. Pylon counts calls per minute for each endpoint, for all tokens of the organization together.${ofRequest}`,
			status: 429,
			code: 'rate_limited',
			retryAfterMs: 3_600_000,
		},
	],
	[
		'418, which nobody expects',
		read,
		status(418, withBody('teapot', "I'm a teapot")),
		{
			message: "Pylon answered with status 418: I'm a teapot",
			description: `Check the values of the node and the credential.${ofRequest}`,
			status: 418,
			code: 'teapot',
		},
	],
	[
		'403 as a web page',
		read,
		{ kind: 'html', status: 403 },
		{
			message: "http://pylon returned a web page (status 403), but Pylon's API returns JSON",
			description: `Check 'Base URL' of the credential, and whether there is a proxy in between.${ofRequest}`,
			status: 403,
		},
	],
	[
		'an empty 400',
		read,
		{ kind: 'empty-body', status: 400 },
		{
			message: "http://pylon returned nothing (status 400), but Pylon's API returns JSON",
			description: `Check 'Base URL' of the credential, and whether there is a proxy in between.${ofRequest}`,
			status: 400,
		},
	],
])('%s', async (_, parameters, fault, error) => {
	expect(await errorFor(pylon, parameters, { fault })).toEqual({ ...error, requestId: 'REQUEST' });
	expect(time.waits).toEqual([]);
});
