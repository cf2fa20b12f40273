import type { Asked, Words } from './errorTexts';
import type { NetworkFailure, UnreadableFailure } from './failure';
import { isTlsFailure } from '../api/repeatable';

/**
 * @param mayHaveHappened whether Pylon may have acted although no good answer came
 * @param otherwise what to say when it has not, or when repeating does no harm
 */
export function unclear(mayHaveHappened: boolean, otherwise: string): string {
	return mayHaveHappened
		? 'It may have been carried out all the same, so it was not sent again. Look in Pylon whether it was, before you repeat it.'
		: otherwise;
}

/**
 * @param asked tells whether the credential shows 'Base URL'
 * @param whether what else to check, beginning with "whether"
 */
export function checkAddress({ region }: Asked, whether: string): string {
	return region === 'custom' ? `Check 'Base URL' of the credential, and ${whether}.` : `Check ${whether}.`;
}

const NETWORK_WORDS: Array<{ codes: RegExp; words: (asked: Asked) => Words }> = [
	{
		codes: /^ENOTFOUND$|^EAI_AGAIN$/,
		words: (asked) => ({
			message: `The address of ${asked.baseUrl} could not be found`,
			description: checkAddress(asked, 'whether this n8n can reach the internet (DNS)'),
		}),
	},
	{
		codes: /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$/,
		words: (asked) => ({
			message: `Nothing answers at ${asked.baseUrl}`,
			description: unclear(
				asked.mayHaveHappened,
				checkAddress(asked, 'whether a firewall or proxy keeps this n8n from reaching it'),
			),
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

/** Words for a request whose answer did not come. */
export function networkWords(asked: Asked, { code, text }: NetworkFailure): Words {
	if (isTlsFailure(code)) {
		const isCertificate = !/^(EPROTO|ERR_SSL)/.test(code);
		return {
			message: isCertificate
				? `The certificate of ${asked.baseUrl} was not accepted (${code})`
				: `No secure connection to ${asked.baseUrl} could be made (${code})`,
			description: checkAddress(asked, 'whether a proxy stands in between'),
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
	'a list without records': 'something else',
	'other JSON': 'JSON that is not from Pylon',
};

/** Words for an answer that is not Pylon's. */
export function unreadableWords(asked: Asked, { found }: UnreadableFailure): Words {
	const expected = found === 'a list without records' ? 'a list' : 'a record or a list';
	return {
		message: `${asked.baseUrl} answered with ${FOUND_NAMES[found]} where Pylon's API answers with ${expected}`,
		description: unclear(
			asked.mayHaveHappened,
			found === 'cut-off JSON' || found === 'empty'
				? 'Try again; if it happens again, look at the network and any proxy in between.'
				: checkAddress(asked, 'whether a proxy stands in between'),
		),
	};
}
