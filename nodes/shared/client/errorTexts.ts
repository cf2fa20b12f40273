import { checkAddress, networkWords, unclear, unreadableWords } from './errorTexts.unanswered';
import type { Failure, HttpFailure } from './failure';

/** What was asked of Pylon, for the words of a message. */
export interface Asked {
	method: string;
	/** The path with its values in place, e.g. `/contacts/8a1f`. */
	path: string;
	/** The path template, e.g. `/contacts/{contactId}`. */
	template: string;
	/** Display name and value of the last id in the path, if any. */
	record?: { displayName: string; value: string };
	/** Where the credential points to. */
	region: 'us' | 'eu' | 'custom';
	baseUrl: string;
	/** Whether Pylon may have acted although no good answer came. */
	mayHaveHappened: boolean;
	/** How long the server still asks to wait. */
	retryAfterMs?: number;
}

/** What a user reads: what happened, and how to go on. */
export interface Words {
	message: string;
	description: string;
}

/** Where API tokens are made; only admins see the page (Pylon's authentication documentation). */
export const TOKEN_PAGE = 'https://app.usepylon.com/settings/api-tokens';

/** Shared with the credential's own test. */
export const TOKEN_WORDS = {
	invalid_authorization_header: {
		message: 'Pylon could not read the API token',
		description:
			"Paste the token again into 'API Token' of the credential: the token alone, without 'Bearer' and without spaces inside.",
	},
	invalid_api_token: {
		message: 'Pylon does not know this API token',
		description: `An admin can make a token in Pylon under Settings > API Tokens (${TOKEN_PAGE}). Put it into 'API Token' of the credential.`,
	},
	invalid_oauth_token: {
		message: 'Pylon does not know this access token, or it has expired',
		description: `Use an API token instead: an admin can make one in Pylon under Settings > API Tokens (${TOKEN_PAGE}).`,
	},
	wrong_region_token: {
		message: 'This API token belongs to the other Pylon region',
		description:
			"Switch 'Region' of the credential: United States to European Union, or European Union to United States.",
	},
	permission_denied: {
		message: 'The API token lacks a right',
		description:
			'An admin can give it in Pylon under Settings > API Tokens, or make a token that has it.',
	},
} as const satisfies Record<string, Words>;

const OTHER_REGION = { us: 'European Union', eu: 'United States' } as const;

type HttpWords = (asked: Asked, failure: HttpFailure) => Words;

const said = (failure: HttpFailure): string => (failure.body?.errors ?? []).join('; ');

/** Pylon's own words, or ours where it had none. */
const withWords = (lead: string, failure: HttpFailure): string =>
	said(failure) === '' ? lead : `${lead}: ${said(failure)}`;

const changeValue = (failure: HttpFailure): string =>
	said(failure) === ''
		? "Pylon does not say which value it refuses. Check the node's parameters, the custom fields and IDs among them first."
		: 'Change the value that the message names and run the node again.';

const NEWER_VERSION = 'whether there is a newer version of this node: Pylon may have changed its API';

const what = ({ method, template }: Asked): string => {
	const verb = method === 'GET' || template.endsWith('/search') ? 'read' : 'change';
	return `${verb} ${(template.split('/')[1] ?? '').replace(/-/g, ' ')}`;
};

/**
 * Status and code to words. A row with a code goes before the row of its status alone; statuses and codes:
 * docs/pylon-api-notes.md#errors (401 codes and texts were seen live in 2026 by others; 400, 403 and 429 texts are not
 * recorded).
 */
const HTTP_WORDS: Record<string, HttpWords> = {
	'3xx': (asked, { status, headers }) => ({
		message: `${asked.baseUrl} sends requests on to another address (status ${status})`,
		description: `Nothing was done: this node does not follow, so that the API token stays where it belongs. The other address is ${String(headers.location ?? 'not named')}. ${checkAddress(asked, 'whether a proxy stands in between')}`,
	}),
	'400': (_, failure) =>
		failure.body?.existsId === undefined
			? {
					message: withWords('Pylon refused the values', failure),
					description: changeValue(failure),
				}
			: {
					message: withWords('Pylon has such a record already', failure),
					description: `It has the ID ${failure.body.existsId}. Update that record, or change the value that has to be unique.`,
				},
	'401': (_, failure) => ({
		message: withWords('Pylon did not accept the API token', failure),
		description: `Check 'API Token' and 'Region' of the credential. An admin can make a token under Settings > API Tokens (${TOKEN_PAGE}).`,
	}),
	'401 invalid_authorization_header': () => TOKEN_WORDS.invalid_authorization_header,
	'401 invalid_api_token': () => TOKEN_WORDS.invalid_api_token,
	'401 invalid_oauth_token': () => TOKEN_WORDS.invalid_oauth_token,
	'401 wrong_region_token': ({ region }) => ({
		message: TOKEN_WORDS.wrong_region_token.message,
		description:
			region === 'custom'
				? "Point 'Base URL' of the credential to the host of the other region."
				: `Switch 'Region' of the credential to ${OTHER_REGION[region]}.`,
	}),
	'403': (asked, failure) => ({
		message: withWords(`${TOKEN_WORDS.permission_denied.message} (to ${what(asked)})`, failure),
		description: TOKEN_WORDS.permission_denied.description,
	}),
	'404': ({ record, path }, failure) => ({
		message:
			record === undefined
				? withWords(`Pylon has nothing under ${path}`, failure)
				: withWords(`Pylon has no record '${record.value}' for '${record.displayName}'`, failure),
		description:
			record === undefined
				? 'Check the IDs among the values: a record may have been deleted, merged, or belong to another workspace.'
				: `Check '${record.displayName}': the record may have been deleted or merged, or belong to another workspace than the API token.`,
	}),
	'404 unknown route': (asked) => ({
		message: `${asked.baseUrl} does not offer ${asked.path}`,
		description: checkAddress(asked, NEWER_VERSION),
	}),
	'405': (asked) => ({
		message: `Pylon does not accept ${asked.method} on ${asked.path}`,
		description: checkAddress(asked, NEWER_VERSION),
	}),
	'408': ({ mayHaveHappened }) => ({
		message: 'Pylon gave up waiting for the request (status 408)',
		description: unclear(mayHaveHappened, 'Try again; if it happens again, look at the network and any proxy in between.'),
	}),
	'409': (_, failure) => ({
		message: withWords('The record was changed by somebody else at the same time', failure),
		description: 'Read the record again and repeat the change if it is still wanted.',
	}),
	'413': () => ({
		message: 'Pylon refused the request because it is too large',
		description: 'Send fewer records or a smaller file at once.',
	}),
	'422': (_, failure) => ({
		message: withWords('Pylon understood the request but refused the values', failure),
		description: changeValue(failure),
	}),
	'429': ({ retryAfterMs }) => ({
		message:
			retryAfterMs === undefined
				? 'Pylon asks to wait longer than this node may'
				: `Pylon asks to wait ${Math.ceil(retryAfterMs / 1000)} more seconds, longer than this node may`,
		description:
			"Raise 'Longest Wait (Seconds)' under 'Request Options' in the node's settings, or run fewer items at once. Pylon counts calls per minute for each endpoint, over all tokens of the organization.",
	}),
	'5xx': ({ mayHaveHappened }, failure) => ({
		message: withWords(`Pylon could not answer (status ${failure.status})`, failure),
		description: unclear(mayHaveHappened, 'Try again in a few minutes; https://status.usepylon.com tells whether Pylon is down.'),
	}),
	other: (_, failure) => ({
		message: withWords(`Pylon answered with status ${failure.status}`, failure),
		description: 'Check the values of the node and the credential.',
	}),
};

const BODY_NAMES = { html: 'a web page', empty: 'nothing', text: 'plain text' } as const;

function httpWords(asked: Asked, failure: HttpFailure): Words {
	const { status, body, otherBody } = failure;
	if (status === 404 && (otherBody !== undefined || body?.errors.includes('Not a valid API URL!'))) {
		return HTTP_WORDS['404 unknown route'](asked, failure);
	}
	if (status < 400) return HTTP_WORDS['3xx'](asked, failure);
	if (otherBody !== undefined && status < 500 && status !== 429) {
		return {
			message: `${asked.baseUrl} answered with ${BODY_NAMES[otherBody]} (status ${status}) where Pylon's API answers with JSON`,
			description: checkAddress(asked, 'whether a proxy stands in between'),
		};
	}
	const row =
		HTTP_WORDS[`${status} ${body?.code ?? ''}`] ??
		HTTP_WORDS[String(status)] ??
		(status >= 500 ? HTTP_WORDS['5xx'] : HTTP_WORDS.other);
	return row(asked, failure);
}

/**
 * Puts a failure into words, after n8n's guidelines: what happened, how to go on, names of parameters in single quotes.
 * @param asked what was asked of Pylon
 * @param failure what came instead of the answer
 */
export function wordsFor(asked: Asked, failure: Failure): Words {
	switch (failure.kind) {
		case 'http':
			return httpWords(asked, failure);
		case 'network':
			return networkWords(asked, failure);
		case 'unreadable':
			return unreadableWords(asked, failure);
		case 'refused':
			return {
				message: failure.text === '' ? 'n8n did not send the request' : failure.text,
				description: "n8n did not send the request. Check the credential, its 'Allowed HTTP Request Domains' among others.",
			};
		case 'cancelled':
			return {
				message: 'The execution was stopped',
				description: unclear(asked.mayHaveHappened, 'Nothing was left under way.'),
			};
	}
}
