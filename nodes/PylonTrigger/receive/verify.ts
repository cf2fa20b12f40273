import type { IWebhookFunctions } from 'n8n-workflow';
import { isCredentialRefusal } from '../../shared/client/connection';
import type { Settings } from '../settings';
import { isBodyRewritten } from './rewrittenBody';
import { readHeader } from './headers';
import { holdsSecret } from './headerSecret';
import { readRawBody, type WebhookRequest } from './rawBody';
import type { Refusal } from './refusalTexts';
import { secretsFor, type SecretKind, type Secrets } from './secrets';
import { isSignedWith, readSignature } from './signature';

async function readSecrets(
	context: IWebhookFunctions,
	kind: SecretKind,
): Promise<string[] | Refusal> {
	let found: Secrets;
	try {
		found = await secretsFor(kind, context);
	} catch (error) {
		return { refusal: isCredentialRefusal(error) ? 'noCredential' : 'noDatabase', cause: error };
	}
	if ('switchedOff' in found) {
		return {
			refusal:
				found.switchedOff === 'Verify by Header' ? 'headerSwitchedOff' : 'triggerSwitchedOff',
		};
	}
	const { secrets } = found;
	return secrets.length > 0
		? secrets
		: { refusal: kind === 'header' ? 'noHeaderSecret' : 'noSecret' };
}

async function bySignature(
	context: IWebhookFunctions,
	request: WebhookRequest,
): Promise<Buffer | Refusal> {
	const signature = readSignature(request.rawHeaders);
	if (typeof signature === 'string') return { refusal: signature };
	const secrets = await readSecrets(context, 'signature');
	if ('refusal' in secrets) return secrets;
	const rawBody = await readRawBody(request);
	if ('refusal' in rawBody) return rawBody;
	if (isSignedWith(secrets, rawBody, signature)) return rawBody;
	// The exact reason is looked for only where somebody is there to read it.
	const isTest = context.getMode() === 'manual';
	return {
		refusal: isTest && isBodyRewritten(secrets, rawBody, signature) ? 'rewritten' : 'mismatch',
	};
}

async function byHeader(
	context: IWebhookFunctions,
	request: WebhookRequest,
	name: string,
): Promise<Buffer | Refusal> {
	if (name === '') return { refusal: 'noHeaderName' };
	const header = readHeader(request.rawHeaders, name);
	if (header === 'missing') return { refusal: 'noHeader' };
	if (header === 'repeated') return { refusal: 'headerRepeated' };
	const secrets = await readSecrets(context, 'header');
	if ('refusal' in secrets) return secrets;
	return holdsSecret(secrets, header.value)
		? await readRawBody(request)
		: { refusal: 'otherHeader' };
}

/**
 * Checks where a call comes from, before anything of its body is looked at. The header comes first: a call without one costs
 * no read of the credential.
 * @param context the context of the webhook call
 * @param verification how the sender proves who it is
 * @returns the body's bytes; a Refusal when something is wrong with the call
 */
export async function verify(
	context: IWebhookFunctions,
	{ by, headerName }: Settings['verification'],
): Promise<Buffer | Refusal> {
	const request: WebhookRequest = context.getRequestObject();
	if (by === 'none') return await readRawBody(request);
	return by === 'signature'
		? await bySignature(context, request)
		: await byHeader(context, request, headerName);
}
