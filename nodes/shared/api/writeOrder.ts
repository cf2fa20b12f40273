import type { IHttpRequestMethods } from 'n8n-workflow';
import { templateOf } from './pathTemplate';

/** What a POST adds to one of these shows in the order in which it was done: a conversation, comments, a timeline. */
const ORDERED_POST = /^(\/import)?\/(accounts|feature-requests|issues|tasks)\/\{/;

/**
 * @param path of a record, with its values in place
 * @returns the key under which items of a run that write to the record take turns
 */
export const recordKey = (path: string): string => `record ${path}`;

/**
 * Several requests are under way at a time, and one that Pylon puts off (429, 503) is sent again after those that came
 * later: of three replies to one issue the customer would read the first one last, and the first of two updates would
 * undo the second.
 * @param method of the request
 * @param path its path, with the values in place
 * @returns the key of what is written to; undefined when nothing is, or when the order makes no difference
 */
export function writtenRecord(method: IHttpRequestMethods, path: string): string | undefined {
	const template = templateOf(path);
	const isOrdered = method === 'POST' ? ORDERED_POST.test(template) : method !== 'GET' && template.includes('{');
	return isOrdered ? recordKey(path) : undefined;
}
