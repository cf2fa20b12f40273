import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { hashOf } from '../decide/identity';
import { parsePayload } from './payload';
import type { Refusal } from './refusalTexts';
import type { Settings } from '../settings';
import { verify } from './verify';

export interface Delivery {
	/** The payload, as the template in Pylon made it. */
	body: IDataObject;
	/** Lowercase hex of the SHA-256 of the raw body. */
	bodyHash: string;
}

/**
 * Checks a call and reads its payload. The check comes first: nothing of an unproven body is looked at.
 * Throws nothing; what is wrong with the call is returned as a Refusal.
 */
export async function receive(
	context: IWebhookFunctions,
	verification: Settings['verification'],
): Promise<Delivery | Refusal> {
	const rawBody = await verify(context, verification);
	if ('refusal' in rawBody) return rawBody;
	const body = parsePayload(rawBody);
	return typeof body === 'string' ? { refusal: body } : { body, bodyHash: hashOf(rawBody) };
}
