import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

/** What is asked of Pylon: the one form in which items, triggers and the editor ask. */
export interface PylonRequest {
	/** Default GET. */
	method?: IHttpRequestMethods;
	/** Path with a name in braces for each ID, e.g. `/contacts/{contactId}`: rate limits and error texts go by it. */
	template: string;
	/** What stands for the names in braces; not yet percent-encoded. */
	ids?: Record<string, string>;
	/** The path itself, percent-encoded, where no template and IDs make it up. */
	path?: string;
	query?: IDataObject;
	/** JSON, or a form with files. */
	body?: IHttpRequestOptions['body'];
	/** How a list in the query is written. */
	arrayFormat?: IHttpRequestOptions['arrayFormat'];
}

/** A whole answer, whatever its status. */
export interface PylonResponse {
	status: number;
	/** Names in lower case. */
	headers: IDataObject;
	/** Parsed where it was JSON, else text. */
	body: unknown;
}

/** What the answer has to be; `any` when the endpoint is not known: then any JSON object, or nothing at all with status 204. */
export type Expected = 'record' | 'list' | 'any';

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * @param request with all of its IDs
 * @returns its path, each ID percent-encoded
 */
export function pathOf({ template, ids = {}, path }: PylonRequest): string {
	// Half of an emoji cannot be percent-encoded.
	return (
		path ??
		template.replace(PLACEHOLDER, (_, name: string) =>
			encodeURIComponent((ids[name] ?? '').replace(/\p{Cs}/gu, '\ufffd')),
		)
	);
}

/** @returns the names in braces of a path template, in order */
export const placeholdersIn = (template: string): string[] =>
	Array.from(template.matchAll(PLACEHOLDER), ([, name]) => name);

/**
 * @param parameterName name of the parameter that holds a record's ID, e.g. `accountHighlightId`
 * @returns its display name, e.g. `Account Highlight` (a test holds every parameter of a path to this)
 */
export function displayNameOf(parameterName: string): string {
	const words = parameterName.replace(/Id$/, '').replace(/([A-Z])/g, ' $1');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** @returns display name and value of the last ID in the path, for the text of an error; undefined when it has none */
export function lastRecordOf(
	request: PylonRequest,
): { displayName: string; value: string } | undefined {
	const parts = request.template.split('/');
	const index = parts.findLastIndex((part) => /^\{\w+\}$/.test(part));
	if (index < 0) return undefined;
	return {
		displayName: displayNameOf(parts[index].slice(1, -1)),
		value: decoded(pathOf(request).split('/')[index] ?? ''),
	};
}
