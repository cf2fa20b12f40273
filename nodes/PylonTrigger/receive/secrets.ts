import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** How the sender proves who it is: by a signature, or by a secret in a header. */
export type SecretKind = 'signature' | 'header';

/** A switch of the credential that must be on before a secret is used. */
export type SecretSwitch = 'Use With Pylon Trigger' | 'Verify by Header';

/** The secrets of one kind, or the label of the credential's switch that hides them. */
export type Secrets = { secrets: string[] } | { switchedOff: SecretSwitch };

type Credential = ICredentialDataDecryptedObject;

const currentAndPrevious = (current: string, previous: string): string[] => {
	if (current === '') return [];
	return previous === '' ? [current] : [current, previous];
};

/**
 * Reads the secrets of one kind as the credential's form shows them. What a switch hides is not used, even where n8n hands
 * it over.
 */
function readSecrets(kind: SecretKind, credential: Credential): Secrets {
	if (credential.useWithTrigger !== true) return { switchedOff: 'Use With Pylon Trigger' };
	if (kind === 'header') {
		if (credential.verifyByHeader !== true) return { switchedOff: 'Verify by Header' };
		return {
			secrets: currentAndPrevious(
				text(credential.webhookHeaderSecret),
				text(credential.previousWebhookHeaderSecret),
			),
		};
	}
	const previous = credential.rotateSecret === true ? text(credential.previousWebhookSecret) : '';
	return { secrets: currentAndPrevious(text(credential.webhookSecret), previous) };
}

/** Reads of a credential that are under way, by trigger and credential. */
const underWay = new Map<string, Promise<Credential>>();

/**
 * Reads the trigger's credential. n8n 2.41 sets up an isolate for every read (`credentials-helper.js`,
 * `applyDefaultsAndOverwrites`), which costs more than the whole check. So calls that come in while a read is under way
 * share it. Nothing is kept afterwards, so that a new secret counts from the next read on.
 */
async function readCredential(context: IWebhookFunctions | IHookFunctions): Promise<Credential> {
	const { id, credentials } = context.getNode();
	const key = JSON.stringify([context.getWorkflow().id, id, context.getMode(), credentials]);
	const shared = underWay.get(key);
	if (shared !== undefined) return await shared;
	const reading = context
		.getCredentials<Credential>('pylonApi')
		.finally(() => underWay.delete(key));
	underWay.set(key, reading);
	return await reading;
}

/**
 * Reads the credential's secrets of one kind, without the spaces and line breaks that come with copying.
 * @param kind which secrets
 * @param context the context of the webhook call, or of the hook by which n8n registers the webhook
 * @returns the current secret and, while the user rotates it, the previous one; none when there is no current one; or which
 * switch of the credential is off
 * @throws what n8n throws when the credential cannot be read
 */
export async function secretsFor(
	kind: SecretKind,
	context: IWebhookFunctions | IHookFunctions,
): Promise<Secrets> {
	return readSecrets(kind, await readCredential(context));
}
