import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { parsePayload } from './payload';
import { readRawBody, type WebhookRequest } from './rawBody';
import type { Refusal } from './refusal';
import { signingSecrets } from './secrets';
import { isSignedWith, readSignature } from './signature';

export interface Delivery {
	/** The payload, as the template in Pylon made it. */
	body: IDataObject;
	rawBody: Buffer;
}

/**
 * Checks a call and reads its payload. The signature comes first: nothing of an unsigned body is looked at.
 * Throws nothing; what is wrong with the call is returned as a Refusal.
 */
export async function receive(context: IWebhookFunctions): Promise<Delivery | Refusal> {
	let secrets: string[];
	try {
		secrets = await signingSecrets(context);
	} catch (error) {
		return { refusal: 'noCredential', cause: error };
	}
	if (secrets.length === 0) return { refusal: 'noSecret' };

	const request: WebhookRequest = context.getRequestObject();
	const signature = readSignature(request.rawHeaders);
	if (typeof signature === 'string') return { refusal: signature };

	const rawBody = await readRawBody(request);
	if ('refusal' in rawBody) return rawBody;
	if (!isSignedWith(secrets, rawBody, signature)) return { refusal: 'mismatch' };

	const body = parsePayload(rawBody);
	return typeof body === 'string' ? { refusal: body } : { body, rawBody };
}
