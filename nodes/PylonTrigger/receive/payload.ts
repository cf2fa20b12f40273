import type { IDataObject } from 'n8n-workflow';
import { repeatedKey } from './repeatedKey';

export type PayloadFault = 'empty' | 'notJson' | 'otherFormat' | 'notAnObject' | 'tooDeep';

const BYTE_ORDER_MARK = '\uFEFF';

/** Far more levels than any template has. JSON.parse takes more, but JSON.stringify, which n8n calls afterwards, does not. */
const DEEPEST = 100;

/**
 * Reads a delivery's body as JSON, whatever its content type says. Bytes that are no UTF-8 become U+FFFD, as in n8n's own
 * Webhook node: a title that was cut in the middle of a character should not cost the event.
 * @param rawBody the body's bytes
 * @returns the object; or why the body is none; or a key that one of its objects has twice. JSON.parse takes the last one of
 * two, so whoever writes a text of the payload could set any field. A key `__proto__` is a plain key of the result.
 */
export function parsePayload(
	rawBody: Buffer,
): { body: IDataObject } | { fault: PayloadFault } | { repeated: string } {
	const decoded = rawBody.toString('utf8');
	const text = (decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded).trim();
	if (text === '') return { fault: 'empty' };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { fault: text.startsWith('{') ? 'notJson' : 'otherFormat' };
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return { fault: 'notAnObject' };
	if (isTooDeep(value)) return { fault: 'tooDeep' };
	const repeated = repeatedKey(text);
	return repeated === undefined ? { body: value as IDataObject } : { repeated };
}

/** Returns a list as it is: copying one with millions of entries, which n8n's limit for bodies allows, would take long. */
const valuesIn = (value: object): unknown[] =>
	Array.isArray(value) ? value : Object.values(value);

function isTooDeep(value: unknown, left = DEEPEST): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return left === 0 || valuesIn(value).some((inner) => isTooDeep(inner, left - 1));
}
