import { checkAddress, unclear, type ErrorText, type RequestInfo } from './errorText';
import type { NetworkFailure, UnreadableFailure, UnsentFailure } from './failure';
import { oneLine } from './response';
import { isTlsFailure } from './retryRules';

const NETWORK_TEXTS: Array<{ codes: RegExp; text: (info: RequestInfo) => ErrorText }> = [
	{
		codes: /^ENOTFOUND$|^EAI_AGAIN$/,
		text: (info) => ({
			message: `The address of ${info.baseUrl} could not be found`,
			description: checkAddress(info, 'whether this n8n can reach the internet (DNS)'),
		}),
	},
	{
		codes: /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$/,
		text: (info) => ({
			message: `Nothing answers at ${info.baseUrl}`,
			description: unclear(
				info.maybeProcessed,
				checkAddress(info, 'whether a firewall or proxy keeps this n8n from reaching it'),
			),
		}),
	},
	{
		codes: /^ECONNABORTED$|^ETIMEDOUT$|^ESOCKETTIMEDOUT$/,
		text: ({ maybeProcessed, from }) => ({
			message: 'Pylon did not answer in time',
			description: unclear(
				maybeProcessed,
				from === 'item'
					? "Try again, or increase 'Timeout' under 'Request Options' in the node's settings."
					: 'Try again; https://status.usepylon.com shows whether Pylon is down.',
			),
		}),
	},
];

/**
 * Finds the words for a request without an answer.
 * @param info the request
 * @param failure code and text of Node, e.g. `ECONNRESET`
 * @returns what happened, and what to do
 */
export function networkText(info: RequestInfo, { code, text }: NetworkFailure): ErrorText {
	if (isTlsFailure(code)) {
		const isCertificate = !/^(EPROTO|ERR_SSL)/.test(code);
		return {
			message: isCertificate
				? `The certificate of ${info.baseUrl} was not accepted (${code})`
				: `No secure connection to ${info.baseUrl} could be made (${code})`,
			description: checkAddress(info, 'whether there is a proxy in between'),
		};
	}
	const row = NETWORK_TEXTS.find(({ codes }) => codes.test(code));
	if (row !== undefined) return row.text(info);
	return {
		message: `The connection to Pylon broke before a response arrived (${code || oneLine(text, 300) || 'no reason given'})`,
		description: unclear(
			info.maybeProcessed,
			'Try again; if it keeps breaking, check the network and any proxy in between.',
		),
	};
}

const FOUND_NAMES: Record<UnreadableFailure['found'], string> = {
	html: 'a web page',
	empty: 'nothing',
	text: 'plain text',
	'cut-off JSON': 'JSON that ends in the middle',
	'a list without records': 'other data',
	'a list': 'a list',
	'a record without an ID': 'a record without an ID',
	'deep JSON': 'JSON that is nested too deeply',
	'other JSON': 'JSON that is not from Pylon',
};

const EXPECTED: Partial<Record<UnreadableFailure['found'], string>> = {
	'a list without records': 'a list',
	'a list': 'a record',
	'a record without an ID': 'one with an ID',
};

/**
 * Finds the words for an answer that is not Pylon's.
 * @param info the request
 * @param failure what came instead of Pylon's JSON
 * @returns what happened, and what to do
 */
export function unreadableText(info: RequestInfo, { found }: UnreadableFailure): ErrorText {
	const expected = EXPECTED[found] ?? 'a record or a list';
	return {
		message: `${info.baseUrl} returned ${FOUND_NAMES[found]}, but Pylon's API returns ${expected}`,
		description: unclear(
			info.maybeProcessed,
			found === 'cut-off JSON' || found === 'empty'
				? 'Try again; if it happens again, check the network and any proxy in between.'
				: checkAddress(info, 'whether there is a proxy in between'),
		),
	};
}

/**
 * Finds the words for a request that n8n could not even begin.
 * @param failure n8n's own words
 * @returns what happened, and what to do
 */
export function unsentText({ text }: UnsentFailure): ErrorText {
	return {
		message: `n8n's database did not answer, so nothing was sent to Pylon${text === '' ? '' : ` (${oneLine(text, 300)})`}`,
		description:
			'n8n reads the credential from its database before it sends. Run the node again. If it happens often, the admin of this n8n can increase DB_POSTGRESDB_POOL_SIZE and DB_POSTGRESDB_CONNECTION_TIMEOUT.',
	};
}
