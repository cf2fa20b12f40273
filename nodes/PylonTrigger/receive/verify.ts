import type { IWebhookFunctions } from 'n8n-workflow';

import { readHeader } from './headers';
import { holdsSecret } from './headerSecret';
import { readRawBody, type WebhookRequest } from './rawBody';
import type { Refusal } from './refusalTexts';
import { secretsFor, type Secrets } from './secrets';
import type { Settings } from '../settings';
import { isSignedWith, readSignature } from './signature';

async function bySignature(request: WebhookRequest, secrets: string[]): Promise<Buffer | Refusal> {
	const signature = readSignature(request.rawHeaders);
	if (typeof signature === 'string') return { refusal: signature };
	const rawBody = await readRawBody(request);
	if ('refusal' in rawBody) return rawBody;
	return isSignedWith(secrets, rawBody, signature) ? rawBody : { refusal: 'mismatch' };
}

async function byHeader(request: WebhookRequest, secrets: string[], name: string): Promise<Buffer | Refusal> {
	const header = readHeader(request.rawHeaders, name);
	if (header === 'missing') return { refusal: 'noHeader' };
	if (header === 'repeated') return { refusal: 'headerRepeated' };
	return holdsSecret(secrets, header.value) ? await readRawBody(request) : { refusal: 'otherHeader' };
}

/**
 * Checks where a call comes from, before anything of its body is looked at.
 * Throws nothing; what is wrong with the call is returned as a Refusal.
 * @returns the body's bytes
 */
export async function verify(
	context: IWebhookFunctions,
	{ by, headerName }: Settings['verification'],
): Promise<Buffer | Refusal> {
	const request: WebhookRequest = context.getRequestObject();
	if (by === 'none') return await readRawBody(request);
	let found: Secrets;
	try {
		found = await secretsFor(by, context);
	} catch (error) {
		return { refusal: 'noCredential', cause: error };
	}
	if ('switchedOff' in found) {
		return { refusal: found.switchedOff === 'Verify by Header' ? 'headerSwitchedOff' : 'triggerSwitchedOff' };
	}
	const { secrets } = found;
	if (secrets.length === 0) return { refusal: by === 'header' ? 'noHeaderSecret' : 'noSecret' };
	if (by === 'signature') return await bySignature(request, secrets);
	return headerName === '' ? { refusal: 'noHeaderName' } : await byHeader(request, secrets, headerName);
}
