import type { IDataObject } from 'n8n-workflow';

export type PayloadFault = 'empty' | 'notJson' | 'notAnObject';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads a delivery's body as JSON, whatever its content type says. Bytes that are no UTF-8 become U+FFFD, as in
 * n8n's own Webhook node: a title cut in the middle of a character should not cost the event.
 * @returns the object, or why it is none. A key `__proto__` is a plain key of the result.
 */
export function parsePayload(rawBody: Buffer): IDataObject | PayloadFault {
	const decoded = rawBody.toString('utf8');
	const text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
	if (text.trim() === '') return 'empty';
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return 'notJson';
	}
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as IDataObject) : 'notAnObject';
}
