import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { decoded } from '../input/decoded';

/** A request to Pylon, in the form that items, triggers and the editor share. */
export interface PylonRequest {
	/** Default: GET. */
	method?: IHttpRequestMethods;
	/** The path with a name in braces for each ID, e.g. `/contacts/{contactId}`. It decides about rate limits and error texts. */
	template: string;
	/** The values for the names in braces; not yet percent-encoded. */
	ids?: Record<string, string>;
	/** The path itself, percent-encoded, where it does not come from template and IDs. */
	path?: string;
	query?: IDataObject;
	/** JSON, or a form with files. */
	body?: IHttpRequestOptions['body'];
	/** How a list in the query is written. */
	arrayFormat?: IHttpRequestOptions['arrayFormat'];
}

/** An answer, whatever its status. */
export interface PylonResponse {
	status: number;
	/** With names in lower case. */
	headers: IDataObject;
	/** Parsed where it was JSON; otherwise text. */
	body: unknown;
}

/**
 * The kind of answer that must come. `any` is for an endpoint that is not known: any JSON object, or nothing at all with
 * status 204.
 */
export type Expected = 'record' | 'list' | 'any';

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * @param request with all of its IDs
 * @returns its path, each ID percent-encoded
 */
export function pathOf({ template, ids = {}, path }: PylonRequest): string {
	// Half of an emoji cannot be percent-encoded, so it is replaced.
	return (
		path ??
		template.replace(PLACEHOLDER, (_, name: string) =>
			encodeURIComponent((ids[name] ?? '').replace(/\p{Cs}/gu, '\ufffd')),
		)
	);
}

/**
 * @param template a path template, e.g. `/issues/{issueId}/messages`
 * @returns the names in braces, in order, e.g. `issueId`
 */
export const placeholdersIn = (template: string): string[] =>
	Array.from(template.matchAll(PLACEHOLDER), ([, name = '']) => name);

/**
 * @param parameterName the name of a parameter for a record's ID, e.g. `accountHighlightId`
 * @returns its display name, e.g. `Account Highlight` (a test checks this for every parameter of a path)
 */
export function displayNameOf(parameterName: string): string {
	const words = parameterName.replace(/Id$/, '').replace(/([A-Z])/g, ' $1');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * @param request with all of its IDs
 * @returns display name and value of the last ID in the path, for the text of an error; undefined when it has none
 */
export function lastRecordOf(
	request: PylonRequest,
): { displayName: string; value: string } | undefined {
	const parts = request.template.split('/');
	const index = parts.findLastIndex((part) => /^\{\w+\}$/.test(part));
	const part = parts[index];
	if (part === undefined) return undefined;
	return {
		displayName: displayNameOf(part.slice(1, -1)),
		value: decoded(pathOf(request).split('/')[index] ?? ''),
	};
}
