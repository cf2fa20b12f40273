import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { Settings } from '../settings';
import { hashOf } from './hashOf';
import { parsePayload } from './payload';
import { repeats, type Refusal } from './refusalTexts';
import { verify } from './verify';

export interface Delivery {
	/** The payload, as the template in Pylon made it. */
	body: IDataObject;
	/** Lowercase hex of the SHA-256 of the raw body. */
	bodyHash: string;
}

/**
 * Checks a call and reads its payload. The check comes first: nothing of a body is looked at before its origin is certain.
 * @param context the context of the webhook call
 * @param verification how the sender proves who it is
 * @returns the payload; a Refusal when something is wrong with the call
 */
export async function receive(
	context: IWebhookFunctions,
	verification: Settings['verification'],
): Promise<Delivery | Refusal> {
	const rawBody = await verify(context, verification);
	if ('refusal' in rawBody) return rawBody;
	const payload = parsePayload(rawBody);
	if ('fault' in payload) return { refusal: payload.fault };
	if ('repeated' in payload) return { refusal: 'repeatedKey', says: repeats(payload.repeated) };
	return { body: payload.body, bodyHash: hashOf(rawBody) };
}
