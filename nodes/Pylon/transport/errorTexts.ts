import type { Failure, HttpFailure, NetworkFailure, UnreadableFailure } from './failure';
import { isTlsFailure } from './repeatable';

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

const what = ({ method, template }: Asked): string => {
	const verb = method === 'GET' || template.endsWith('/search') ? 'read' : 'change';
	return `${verb} ${(template.split('/')[1] ?? '').replace(/-/g, ' ')}`;
};

/**
 * Status and code to words. A row with a code goes before the row of its status alone; statuses and codes: notes on the
 * API, section e (401 codes and texts were seen live in 2026 by others; 400, 403 and 429 texts are not recorded).
 */
const HTTP_WORDS: Record<string, HttpWords> = {
	'400': (_, failure) =>
		failure.body?.existsId === undefined
			? {
					message: withWords('Pylon refused the values', failure),
					description: 'Change the value that the message names and run the node again. Nothing was changed in Pylon.',
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
	'404 unknown route': ({ path, baseUrl }) => ({
		message: `${baseUrl} does not offer ${path}`,
		description:
			"Check 'Region' and 'Base URL' of the credential. If they are right, Pylon may have changed its API: look for a newer version of this node.",
	}),
	'405': ({ method, path }) => ({
		message: `Pylon does not accept ${method} on ${path}`,
		description:
			"Check 'Base URL' of the credential. If it is right, Pylon may have changed its API: look for a newer version of this node.",
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
		description: 'Change the value that the message names and run the node again. Nothing was changed in Pylon.',
	}),
	'429': () => ({
		message: 'Pylon asks to wait longer than this node may',
		description:
			"Raise 'Longest Wait' under 'Request Options' in the node's settings, or run fewer items at once. Pylon counts calls per minute for each endpoint, over all tokens of the organization.",
	}),
	'5xx': ({ mayHaveHappened }, { status }) => ({
		message: `Pylon could not answer (status ${status})`,
		description: unclear(mayHaveHappened, 'Try again in a few minutes; https://status.usepylon.com tells whether Pylon is down.'),
	}),
	other: (_, failure) => ({
		message: withWords(`Pylon answered with status ${failure.status}`, failure),
		description: 'Check the values of the node and the credential.',
	}),
};

function unclear(mayHaveHappened: boolean, otherwise: string): string {
	return mayHaveHappened
		? 'It may have been carried out all the same, so it was not sent again. Look in Pylon whether it was, before you repeat it.'
		: otherwise;
}

const BODY_NAMES = { html: 'a web page', empty: 'nothing', text: 'plain text' } as const;

function httpWords(asked: Asked, failure: HttpFailure): Words {
	const { status, body, otherBody } = failure;
	if (status === 404 && (otherBody !== undefined || body?.errors.includes('Not a valid API URL!'))) {
		return HTTP_WORDS['404 unknown route'](asked, failure);
	}
	if (otherBody !== undefined && status < 500 && status !== 429) {
		return {
			message: `${asked.baseUrl} answered with ${BODY_NAMES[otherBody]} (status ${status}) where Pylon's API answers with JSON`,
			description: "Check 'Region' and 'Base URL' of the credential, and whether a proxy stands in between.",
		};
	}
	const row =
		HTTP_WORDS[`${status} ${body?.code ?? ''}`] ??
		HTTP_WORDS[String(status)] ??
		(status >= 500 ? HTTP_WORDS['5xx'] : HTTP_WORDS.other);
	return row(asked, failure);
}

const NETWORK_WORDS: Array<{ codes: RegExp; words: (asked: Asked) => Words }> = [
	{
		codes: /^ENOTFOUND$|^EAI_AGAIN$/,
		words: ({ baseUrl }) => ({
			message: `The address of ${baseUrl} could not be found`,
			description: "Check 'Base URL' of the credential, and whether this n8n can reach the internet (DNS).",
		}),
	},
	{
		codes: /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$/,
		words: ({ baseUrl }) => ({
			message: `Nothing answers at ${baseUrl}`,
			description: "Check 'Base URL' of the credential, and whether a firewall or proxy keeps this n8n from reaching it. Nothing was sent.",
		}),
	},
	{
		codes: /^ECONNABORTED$|^ETIMEDOUT$|^ESOCKETTIMEDOUT$/,
		words: ({ mayHaveHappened }) => ({
			message: 'Pylon did not answer in time',
			description: unclear(mayHaveHappened, "Try again, or raise 'Timeout' under 'Request Options' in the node's settings."),
		}),
	},
];

function networkWords(asked: Asked, { code, text }: NetworkFailure): Words {
	if (isTlsFailure(code)) {
		return {
			message: `The certificate of ${asked.baseUrl} was not accepted (${code})`,
			description: "Check 'Base URL' of the credential and any proxy that opens TLS connections. Nothing was sent.",
		};
	}
	const row = NETWORK_WORDS.find(({ codes }) => codes.test(code));
	if (row !== undefined) return row.words(asked);
	return {
		message: `The connection to Pylon broke before an answer came (${code || text || 'no reason given'})`,
		description: unclear(asked.mayHaveHappened, 'Try again; if it keeps breaking, look at the network and any proxy in between.'),
	};
}

const FOUND_NAMES: Record<UnreadableFailure['found'], string> = {
	html: 'a web page',
	empty: 'nothing',
	text: 'plain text',
	'cut-off JSON': 'JSON that ends in the middle',
	'a list without records': 'something else than a list',
	'other JSON': 'JSON that is not from Pylon',
};

function unreadableWords({ baseUrl, mayHaveHappened }: Asked, { found }: UnreadableFailure): Words {
	return {
		message: `${baseUrl} answered with ${FOUND_NAMES[found]} where Pylon's API answers with a record or a list`,
		description: unclear(
			mayHaveHappened,
			found === 'cut-off JSON' || found === 'empty'
				? 'Try again; if it happens again, look at the network and any proxy in between.'
				: "Check 'Region' and 'Base URL' of the credential, and whether a proxy stands in between.",
		),
	};
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
		case 'cancelled':
			return {
				message: 'The execution was stopped',
				description: unclear(asked.mayHaveHappened, 'Nothing was left under way.'),
			};
	}
}
