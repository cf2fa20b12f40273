import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What the sender proves itself with. */
export type SecretKind = 'signature' | 'header';

const FIELDS: Record<SecretKind, [current: string, previous: string]> = {
	signature: ['webhookSecret', 'previousWebhookSecret'],
	header: ['webhookHeaderSecret', 'previousWebhookHeaderSecret'],
};

/**
 * The credential's secrets of one kind, without the spaces and line breaks that come with copying: the current one
 * and, while a rotation is under way, the previous one. Empty when there is no current one.
 * Throws what n8n throws when the credential cannot be read.
 */
export async function secretsFor(kind: SecretKind, context: IWebhookFunctions | IHookFunctions): Promise<string[]> {
	const credential = await context.getCredentials<ICredentialDataDecryptedObject>('pylonApi');
	const [current, previous] = FIELDS[kind].map((name) => text(credential[name]));
	if (current === '') return [];
	return previous === '' ? [current] : [current, previous];
}
