import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What the sender proves itself with. */
export type SecretKind = 'signature' | 'header';

/** A switch of the credential that has to be on before a secret is used. */
export type SecretSwitch = 'Use With Pylon Trigger' | 'Verify by Header';

/** The secrets of one kind, or the display name of the credential's switch that hides them. */
export type Secrets = { secrets: string[] } | { switchedOff: SecretSwitch };

type Credential = ICredentialDataDecryptedObject;

const currentAndPrevious = (current: string, previous: string): string[] => {
	if (current === '') return [];
	return previous === '' ? [current] : [current, previous];
};

/**
 * Reads the secrets of one kind as the credential's form shows them: what a switch hides is not used, also where n8n
 * hands it over all the same.
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

/**
 * The credential's secrets of one kind, without the spaces and line breaks that come with copying.
 * @returns the current secret and, while a rotation is under way, the previous one; none when there is no current one;
 * or which switch of the credential is off
 * @throws what n8n throws when the credential cannot be read
 */
export async function secretsFor(
	kind: SecretKind,
	context: IWebhookFunctions | IHookFunctions,
): Promise<Secrets> {
	return readSecrets(kind, await context.getCredentials<Credential>('pylonApi'));
}
