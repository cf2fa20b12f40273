import { createHmac } from 'node:crypto';
import type { State } from './state';
import { webhookVariables, type WebhookObject } from './webhookVariables';

/** What a webhook sends, where to, and how it differs from a correct delivery. */
export interface WebhookOptions {
	/** Where to, by POST. */
	url: string;
	/** Signs the body, see `signBody`. */
	secret: string;
	/** The literal event name of the default template; default `<type>_created`. */
	event?: string;
	object: WebhookObject;
	/** JSON text with variables in double braces; default: `webhookTemplates[event]`, else event and id. */
	template?: string;
	/** Replaces the body after it was signed, the signature, or single headers. */
	tamper?: { body?: string; signature?: string; headers?: Record<string, string | string[]> };
	/** Whether values are escaped for the inside of a JSON string (default), since the real rule is unknown. */
	escaping?: boolean;
	/** What an unknown variable becomes: nothing (default), or it stays as it is. */
	unknownVariable?: 'empty' | 'literal';
	/**
	 * How often a delivery that failed, or was not answered with 2xx, is sent again at once. Default 0, since Pylon's
	 * repeats are not documented (docs/pylon-api-notes.md#webhook-delivery).
	 */
	retries?: number;
}

/**
 * Templates by event. `issue.id` and `issue.title` are documented, `issue.link` and `issue.last_message.id` stand in
 * other vendors' instructions, and `issue.requester.id` is an assumption (docs/pylon-api-notes.md#webhook-payload).
 */
export const webhookTemplates: Readonly<Record<string, string>> = {
	issue_created:
		'{"event":"issue_created","issue_id":"{{issue.id}}","contact_id":"{{issue.requester.id}}"}',
	issue_message:
		'{"event":"issue_message","issue_id":"{{issue.id}}","message_id":"{{issue.last_message.id}}"}',
	issue_titled:
		'{"event":"issue_titled","issue_id":"{{issue.id}}","title":"{{issue.title}}","link":"{{issue.link}}"}',
};

/**
 * The value of `X-Pylon-Signature`: HMAC-SHA256 over the exact bytes of the body, keyed with the secret's UTF-8 bytes
 * (https://kb.help.usepylon.com/articles/6080966819-how-do-i-verify-the-webhook-signatures).
 *
 * @param secret of the webhook
 * @param body text is signed as UTF-8
 * @returns the signature in lower-case hexadecimal, without a prefix
 */
export function signBody(secret: string, body: string | Uint8Array): string {
	return createHmac('sha256', secret).update(body).digest('hex');
}

/**
 * What a dotted name leads to. The slug of a custom field can hold dots itself, so the longest name that is there
 * counts.
 */
function valueAt(part: unknown, keys: string[]): unknown {
	if (keys.length === 0) return part;
	if (typeof part !== 'object' || part === null) return undefined;
	for (let length = keys.length; length > 0; length--) {
		const name = keys.slice(0, length).join('.');
		if (Object.hasOwn(part, name))
			return valueAt((part as Record<string, unknown>)[name], keys.slice(length));
	}
	return undefined;
}

/**
 * Fills in a template's variables: lower-case names with dots in two or more braces, spaces inside allowed
 * (docs/pylon-api-notes.md#webhook-payload).
 *
 * @param template JSON text, e.g. `{"id":"{{issue.id}}"}`
 * @param variables nested objects, see `webhookVariables`
 * @param options `escaping` and `unknownVariable` of `WebhookOptions`, with the same defaults
 * @returns the text; lists and numbers are written as JSON
 */
export function renderTemplate(
	template: string,
	variables: unknown,
	{
		escaping = true,
		unknownVariable = 'empty',
	}: Pick<WebhookOptions, 'escaping' | 'unknownVariable'> = {},
): string {
	return template.replace(/\{{2,}\s*([a-z0-9_.]+)\s*\}{2,}/g, (whole, name: string) => {
		const value = valueAt(variables, name.split('.'));
		if (value === undefined || value === null) return unknownVariable === 'literal' ? whole : '';
		const text = typeof value === 'string' ? value : JSON.stringify(value);
		return escaping ? JSON.stringify(text).slice(1, -1) : text;
	});
}

/**
 * @param event literal name, e.g. `issue_created`
 * @param type of the object that the webhook is about
 * @returns the template of `webhookTemplates`; for another event one with its name and the object's id
 */
function templateFor(event: string, type: WebhookObject['type']): string {
	return webhookTemplates[event] ?? `{"event":"${event}","${type}_id":"{{${type}.id}}"}`;
}

/**
 * Renders, signs and posts a webhook. When the receiver does not answer with 2xx it is sent again, as often as
 * `retries` says.
 *
 * @param state holds the object that the webhook is about
 * @param options see `WebhookOptions`
 * @returns status and text of the receiver's answer to the last try, whatever the status
 * @throws Error when the object does not exist, or when the receiver could not be reached at the last try (the reason
 * is its `cause`)
 */
export async function deliverWebhook(
	state: State,
	options: WebhookOptions,
): Promise<{ status: number; body: string }> {
	const { url, secret, object, tamper = {}, retries = 0 } = options;
	const event = options.event ?? `${object.type}_created`;
	const template = options.template ?? templateFor(event, object.type);
	const body = renderTemplate(template, webhookVariables(state, object), options);
	const headers = new Headers({
		'content-type': 'application/json',
		'x-pylon-signature': tamper.signature ?? signBody(secret, body),
	});
	for (const [name, value] of Object.entries(tamper.headers ?? {})) {
		headers.delete(name);
		for (const part of [value].flat()) headers.append(name, part);
	}
	for (let left = retries; ; left--) {
		try {
			const response = await fetch(url, { method: 'POST', headers, body: tamper.body ?? body });
			if (response.ok || left <= 0) return { status: response.status, body: await response.text() };
			await response.arrayBuffer();
		} catch (error) {
			if (left <= 0)
				throw new Error(`The webhook could not be delivered to ${url}`, { cause: error });
		}
	}
}
