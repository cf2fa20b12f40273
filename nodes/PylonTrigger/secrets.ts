import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * The credential's signing secrets, without the spaces and line breaks that come with copying: the current one
 * and, while a rotation is under way, the previous one. Empty when there is no current one.
 * Throws what n8n throws when the credential cannot be read.
 */
export async function signingSecrets(context: IWebhookFunctions | IHookFunctions): Promise<string[]> {
	const credential = await context.getCredentials<ICredentialDataDecryptedObject>('pylonApi');
	const current = text(credential.webhookSecret);
	const previous = text(credential.previousWebhookSecret);
	if (current === '') return [];
	return previous === '' ? [current] : [current, previous];
}
