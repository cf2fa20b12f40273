import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Region } from './region';

/** What was asked of Pylon, as far as the text of an error needs it. */
export interface RequestInfo {
	method: IHttpRequestMethods;
	/** The path with its values in place, e.g. `/contacts/8a1f`. */
	path: string;
	/** The path template, e.g. `/contacts/{contactId}`. */
	template: string;
	/** Display name and value of the last ID in the path; undefined when it has none. */
	record?: { displayName: string; value: string };
	/** Where the credential sends requests. */
	region: Region;
	baseUrl: string;
	/** Who asks: only an item has 'Request Options'. */
	from: 'item' | 'trigger' | 'editor';
	/** Whether Pylon may have acted although no good answer came, so that it was not sent again. */
	maybeProcessed: boolean;
	/** Whether one of the tries may have been carried out, where repeating does no harm. */
	maybeRepeated?: boolean;
	/** How long the server still asks to wait, where the node does not wait that long. */
	retryAfterMs?: number;
}

/** What a user reads: what happened, and what to do. */
export interface ErrorText {
	message: string;
	description: string;
}

/**
 * @param maybeProcessed whether Pylon may have acted although no good answer came
 * @param otherwise the advice where it has not, or where trying again does no harm
 * @returns the advice for the error's description
 */
export function unclear(maybeProcessed: boolean, otherwise: string): string {
	return maybeProcessed
		? 'Pylon may have processed it anyway, so it was not sent again. Check in Pylon before you repeat it.'
		: otherwise;
}

/**
 * @param info the request, for whether the credential shows 'Base URL'
 * @param whether what to check besides; begins with "whether"
 * @returns the advice for the error's description
 */
export function checkAddress({ region }: RequestInfo, whether: string): string {
	return region === 'custom'
		? `Check 'Base URL' of the credential, and ${whether}.`
		: `Check ${whether}.`;
}
