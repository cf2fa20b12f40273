import { isRead } from '../api/endpoints';
import { checkAddress, unclear, type ErrorText, type RequestInfo } from './errorText';
import { networkText, unreadableText, unsentText } from './errorTexts.noAnswer';
import type { Failure, HttpFailure } from './failure';
import { TOKEN_MENU, TOKEN_PAGE } from './region';
import { oneLine } from './response';
import { TOKEN_TEXTS } from './tokenTexts';

export type { ErrorText, RequestInfo } from './errorText';
export { TOKEN_TEXTS } from './tokenTexts';

const OTHER_REGION = { us: 'European Union', eu: 'United States' } as const;

type HttpText = (info: RequestInfo, failure: HttpFailure) => ErrorText;

/** Rows for more than one status or code. */
type General = '3xx' | '404 unknown route' | '5xx' | 'other';

const said = (failure: HttpFailure): string => (failure.body?.errors ?? []).join('; ');

/** Pylon's own words behind ours, where it sent any. */
const withPylonsText = (lead: string, failure: HttpFailure): string =>
	said(failure) === '' ? lead : `${lead}: ${said(failure)}`;

const changeValue = (failure: HttpFailure): string =>
	said(failure) === ''
		? 'Pylon does not say which value it refuses. Check the parameters of the node, beginning with custom fields and IDs.'
		: 'Change the value that the message names and run the node again.';

const NEWER_VERSION =
	'whether there is a newer version of this node: Pylon may have changed its API';

const what = ({ method, template }: RequestInfo): string => {
	const verb = isRead(method, template) ? 'read' : 'change';
	return `${verb} ${(template.split('/')[1] ?? '').replace(/-/g, ' ')}`;
};

/** The text for somebody in front of an open list. */
function busyList(retryAfterMs = 60_000): ErrorText {
	const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
	const wait =
		seconds > 90
			? `${Math.ceil(seconds / 60)} minutes`
			: `${seconds} second${seconds === 1 ? '' : 's'}`;
	return {
		message: 'Pylon is busy: too many calls this minute',
		description: `Open or refresh the list again in ${wait}, or choose the record By ID.`,
	};
}

/**
 * From status and code to words. The row of a status with a code goes before the row of the status alone. Statuses and
 * codes: docs/pylon-api-notes.md#errors (codes and texts of 401 were seen live in 2026 by others; texts of 400, 403 and 429
 * are not recorded).
 */
const HTTP_TEXTS: Record<string, HttpText> & Record<General, HttpText> = {
	'3xx': (info, { status, headers }) => ({
		message: `${info.baseUrl} redirects requests to another address (status ${status})`,
		description: `Nothing was done: to keep the API token safe, this node does not follow redirects. The other address is ${oneLine(String(headers.location ?? 'not named'), 300)}. ${checkAddress(info, 'whether there is a proxy in between')}`,
	}),
	'400': (_, failure) =>
		failure.body?.existsId === undefined
			? {
					message: withPylonsText('Pylon refused the values', failure),
					description: changeValue(failure),
				}
			: {
					message: withPylonsText('Pylon already has such a record', failure),
					description: `It has the ID ${failure.body.existsId}. Update that record, or change the value that has to be unique.`,
				},
	'401': (_, failure) => ({
		message: withPylonsText('Pylon did not accept the API token', failure),
		description: `Check 'API Token' and 'Region' of the credential. An admin can create a token under ${TOKEN_MENU} (${TOKEN_PAGE}).`,
	}),
	'401 invalid_authorization_header': () => TOKEN_TEXTS.invalid_authorization_header,
	'401 invalid_api_token': () => TOKEN_TEXTS.invalid_api_token,
	'401 invalid_oauth_token': () => TOKEN_TEXTS.invalid_oauth_token,
	'401 wrong_region_token': ({ region }) => ({
		message: TOKEN_TEXTS.wrong_region_token.message,
		description:
			region === 'custom'
				? "Point 'Base URL' of the credential to the host of the other region."
				: `Switch 'Region' of the credential to ${OTHER_REGION[region]}.`,
	}),
	'403': (info, failure) => ({
		message: withPylonsText(`${TOKEN_TEXTS.permission_denied.message} (to ${what(info)})`, failure),
		description: TOKEN_TEXTS.permission_denied.description,
	}),
	'404': ({ record, path }, failure) => ({
		message:
			record === undefined
				? withPylonsText(`Pylon has nothing under ${oneLine(path, 300)}`, failure)
				: withPylonsText(
						`Pylon has no record '${oneLine(record.value, 100)}' for '${record.displayName}'`,
						failure,
					),
		description:
			record === undefined
				? 'Check the IDs: a record may have been deleted or merged, or may belong to another workspace.'
				: `Check '${record.displayName}': the record may have been deleted or merged, or may belong to a different workspace than the API token.`,
	}),
	'404 unknown route': (info) => ({
		message: `${info.baseUrl} has no endpoint ${oneLine(info.path, 300)}`,
		description: checkAddress(info, NEWER_VERSION),
	}),
	'405': (info) => ({
		message: `Pylon does not accept ${info.method} on ${oneLine(info.path, 300)}`,
		description: checkAddress(info, NEWER_VERSION),
	}),
	'408': ({ maybeProcessed }) => ({
		message: 'Pylon gave up waiting for the request (status 408)',
		description: unclear(
			maybeProcessed,
			'Try again; if it happens again, check the network and any proxy in between.',
		),
	}),
	'409': (_, failure) => ({
		message: withPylonsText('The record was changed by somebody else at the same time', failure),
		description: 'Read the record again, and repeat the change if it is still needed.',
	}),
	'413': () => ({
		message: 'Pylon refused the request because it is too large',
		description: 'Send fewer records or a smaller file at once.',
	}),
	'413 payload_too_large': () => ({
		message: 'Pylon refused the request because it is too large',
		description:
			"The content of one request may be up to 10 MiB: send less at once. Upload images and files with 'Attachment: Create', and put their URLs in the text.",
	}),
	'422': (_, failure) => ({
		message: withPylonsText('Pylon understood the request but refused the values', failure),
		description: changeValue(failure),
	}),
	'429': ({ retryAfterMs, from }) =>
		from === 'editor'
			? busyList(retryAfterMs)
			: {
					message:
						retryAfterMs === undefined
							? 'Pylon asks for a longer wait than this node allows'
							: `Pylon asks to wait ${Math.ceil(retryAfterMs / 1000)} more seconds, longer than this node allows`,
					description: `${
						from === 'item'
							? "Increase 'Longest Wait (Seconds)' under 'Request Options' in the node's settings, or run fewer items at once. "
							: ''
					}Pylon counts calls per minute for each endpoint, for all tokens of the organization together.`,
				},
	'5xx': ({ maybeProcessed }, failure) => ({
		message: withPylonsText(`Pylon could not answer (status ${failure.status})`, failure),
		description: unclear(
			maybeProcessed,
			'Try again in a few minutes; https://status.usepylon.com shows whether Pylon is down.',
		),
	}),
	other: (_, failure) => ({
		message: withPylonsText(`Pylon answered with status ${failure.status}`, failure),
		description: 'Check the values of the node and the credential.',
	}),
};

const BODY_NAMES = { html: 'a web page', empty: 'nothing', text: 'plain text' } as const;

function httpText(info: RequestInfo, failure: HttpFailure): ErrorText {
	const { status, body, otherBody } = failure;
	if (
		status === 404 &&
		(otherBody !== undefined || body?.errors.includes('Not a valid API URL!'))
	) {
		return HTTP_TEXTS['404 unknown route'](info, failure);
	}
	if (status < 400) return HTTP_TEXTS['3xx'](info, failure);
	if (otherBody !== undefined && status < 500 && status !== 408 && status !== 429) {
		return {
			message: `${info.baseUrl} returned ${BODY_NAMES[otherBody]} (status ${status}), but Pylon's API returns JSON`,
			description: checkAddress(info, 'whether there is a proxy in between'),
		};
	}
	const row =
		HTTP_TEXTS[`${status} ${body?.code ?? ''}`] ??
		HTTP_TEXTS[String(status)] ??
		(status >= 500 ? HTTP_TEXTS['5xx'] : HTTP_TEXTS.other);
	return row(info, failure);
}

/**
 * Puts a failure into words, after n8n's guidelines
 * (https://docs.n8n.io/connect/create-nodes/build-your-node/reference/ux-guidelines): what happened, how to go on, names of
 * parameters in single quotes.
 * @param info what was asked of Pylon
 * @param failure what came instead of the answer
 * @returns what happened, and what to do
 */
export function errorTextFor(info: RequestInfo, failure: Failure): ErrorText {
	switch (failure.kind) {
		case 'http':
			return httpText(info, failure);
		case 'network':
			return networkText(info, failure);
		case 'unreadable':
			return unreadableText(info, failure);
		case 'unsent':
			return unsentText(failure);
		case 'refused':
			return {
				message: failure.text === '' ? 'n8n did not send the request' : failure.text,
				description:
					"n8n did not send the request. Check 'Request Options' of the node, and 'Allowed HTTP Request Domains' of the credential.",
			};
		case 'cancelled':
			return {
				message: 'The execution was stopped',
				description: unclear(
					info.maybeProcessed,
					info.maybeRepeated ? '' : 'No request is still running.',
				),
			};
	}
}
