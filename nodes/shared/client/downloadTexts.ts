import type { ErrorText } from './errorText';
import type { Failure } from './failure';
import { isTlsFailure } from './retryRules';

/** Where a file comes from, and the parameter that says so. */
export interface Source {
	url: URL;
	/** Display name of the parameter that holds the address. */
	parameter: string;
}

/** A file that is gone and an address that has expired answer alike. */
const GONE = new Set([401, 403, 404, 410]);

function statusText({ url, parameter }: Source, status: number): ErrorText {
	return GONE.has(status)
		? {
				message: `There is no file at '${parameter}', or the URL has expired (status ${status})`,
				description:
					'File URLs are valid for a limited time only. Get the message or voice call again right before this node, and use its current URL.',
			}
		: {
				message: `${url.host} could not send the file (status ${status})`,
				description: `Try again in a few minutes. If it happens again, check '${parameter}'.`,
			};
}

function networkMessage({ host }: URL, code: string, text: string): string {
	if (/^(EPROTO|ERR_SSL)/.test(code))
		return `No secure connection to ${host} could be made (${code})`;
	if (isTlsFailure(code)) return `The certificate of ${host} was not accepted (${code})`;
	if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return `The host ${host} could not be found`;
	if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(code)) return `Nothing answers at ${host}`;
	if (/^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT)$/.test(code))
		return `${host} did not send the file in time`;
	return `The connection to ${host} broke before the file was complete (${code || text || 'no reason given'})`;
}

/**
 * Finds the words for a file that did not come. It may be on any host, so the text does not blame Pylon.
 * @param source where the file is
 * @param failure what came instead; undefined when nothing was sent at all
 * @param status the status of the answer, if there was one
 * @returns the text that replaces the client's own
 */
export function downloadErrorText(
	source: Source,
	failure: Failure | undefined,
	status: number | undefined,
): Partial<ErrorText> {
	if (status !== undefined) return statusText(source, status);
	const { url, parameter } = source;
	return {
		...(failure?.kind === 'network'
			? { message: networkMessage(url, failure.code, failure.text) }
			: {}),
		description: `Check '${parameter}', and whether this n8n can reach ${url.host}.`,
	};
}

/** The names of n8n's settings are those of n8n-core 2.41, `binary-data.config.js`. */
const STORING_TEXTS: Array<[codes: RegExp, description: string]> = [
	[
		/^(ENOSPC|EDQUOT)$/,
		'Free up space on the disk where this n8n stores files, or store them elsewhere (N8N_BINARY_DATA_STORAGE_PATH).',
	],
	[
		/^(EACCES|EPERM|EROFS)$/,
		'Give this n8n permission to write to the folder where it stores files, or store them elsewhere (N8N_BINARY_DATA_STORAGE_PATH).',
	],
	[
		/^/,
		'The URL is fine. Check where this n8n stores files (N8N_DEFAULT_BINARY_DATA_MODE and N8N_BINARY_DATA_STORAGE_PATH).',
	],
];

/**
 * @param reason what n8n threw when it stored a file
 * @returns what happened, and what the people who run this n8n can do
 */
export function storingErrorText(reason: unknown): ErrorText {
	const { code, message } = reason as Partial<Error & { code: unknown }>;
	const description = STORING_TEXTS.find(([codes]) => codes.test(String(code)))?.[1] ?? '';
	return {
		message: `n8n could not store the file (${message || String(code ?? reason)})`,
		description,
	};
}
