import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Region } from './region';

/** What was asked of Pylon, for the text of an error. */
export interface RequestInfo {
	method: IHttpRequestMethods;
	/** The path with its values in place, e.g. `/contacts/8a1f`. */
	path: string;
	/** The path template, e.g. `/contacts/{contactId}`. */
	template: string;
	/** Display name and value of the last ID in the path, if any. */
	record?: { displayName: string; value: string };
	/** Where the credential points to. */
	region: Region;
	baseUrl: string;
	/** Who asks: only an item has 'Request Options'. */
	from: 'item' | 'trigger' | 'editor';
	/** Whether Pylon may have acted although no good answer came, so that it was not sent again. */
	maybeProcessed: boolean;
	/** Whether one of the tries may have been carried out, where repeating does no harm. */
	maybeRepeated?: boolean;
	/** How long the server still asks to wait. */
	retryAfterMs?: number;
}

/** What a user reads: what happened, and how to go on. */
export interface ErrorText {
	message: string;
	description: string;
}

/**
 * @param maybeProcessed whether Pylon may have acted although no good answer came
 * @param otherwise what to say when it has not, or when repeating does no harm
 */
export function unclear(maybeProcessed: boolean, otherwise: string): string {
	return maybeProcessed
		? 'Pylon may have processed it anyway, so it was not sent again. Check in Pylon before you repeat it.'
		: otherwise;
}

/**
 * @param info tells whether the credential shows 'Base URL'
 * @param whether what else to check, beginning with "whether"
 */
export function checkAddress({ region }: RequestInfo, whether: string): string {
	return region === 'custom'
		? `Check 'Base URL' of the credential, and ${whether}.`
		: `Check ${whether}.`;
}
