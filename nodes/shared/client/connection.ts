import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	ApplicationError,
	BaseError,
	DbConnectionTimeoutError,
	NodeOperationError,
} from 'n8n-workflow';
import { RequestFailed } from './failure';
import { resolveConnection, type Region } from './region';
import { oneLine } from './response';

/** Where requests go, and on whose behalf. */
export interface Connection {
	baseUrl: string;
	region: Region;
	token: string;
	/** Identifies base URL and token in caches and limits; does not give the token away. */
	key: string;
	/** Hosts to which n8n may send requests with the credential, separated by commas; undefined for any. */
	allowedDomains?: string;
	/** The credential as n8n decrypted it, for n8n's own authentication. */
	credential: ICredentialDataDecryptedObject;
}

/** The part of n8n's contexts that is needed to read the credential. */
export type ConnectContext = Pick<
	IExecuteSingleFunctions,
	'getCredentials' | 'getNode' | 'getItemIndex'
>;

/**
 * n8n's own fields 'Allowed HTTP Request Domains' (n8n-workflow 2.41, `credential-domain-restrictions.js`). A host that
 * follows from the region is always allowed, since the credential itself names it; one that somebody typed has to be in the
 * list.
 */
function allowedDomainsOf(
	credential: ICredentialDataDecryptedObject,
	{ baseUrl, region }: Pick<Connection, 'baseUrl' | 'region'>,
) {
	if (credential.allowedHttpRequestDomains !== 'domains') return undefined;
	const allowed =
		typeof credential.allowedDomains === 'string' ? credential.allowedDomains.trim() : '';
	if (region === 'custom') return allowed;
	return [new URL(baseUrl).hostname, allowed].filter((part) => part !== '').join(',');
}

/**
 * Errors of n8n's own classes say why n8n cannot give out this credential, and will not go away: it does not exist, it was
 * encrypted with another key, an expression in it fails. What the database's driver throws has no such class.
 * @param error what `getCredentials` threw
 * @returns false when n8n's database did not answer, so that another try may well succeed
 */
export const isCredentialRefusal = (error: unknown): boolean =>
	(error instanceof BaseError || error instanceof ApplicationError) &&
	!(error instanceof DbConnectionTimeoutError);

/**
 * Reads the credential of the node. n8n asks its database for it each time, and fields may hold expressions that differ from
 * item to item: so an item reads it once, for all of its requests and tries.
 * @param context the context of the item, trigger or editor
 * @returns where requests go, and on whose behalf
 * @throws NodeOperationError when token or address is not usable (without an item, since it concerns all of them); what n8n
 * throws when there is no such credential; RequestFailed (`unsent`) when n8n cannot read it now
 */
export async function connect(context: ConnectContext): Promise<Connection> {
	const credential = await context
		.getCredentials<ICredentialDataDecryptedObject>('pylonApi')
		.catch((error: unknown) => {
			if (isCredentialRefusal(error)) throw error;
			throw new RequestFailed({
				kind: 'unsent',
				text: oneLine(error instanceof Error ? error.message : String(error)),
			});
		});
	const resolved = resolveConnection(credential);
	if ('advice' in resolved) {
		throw new NodeOperationError(context.getNode(), resolved.message, {
			description: resolved.advice,
		});
	}
	const { baseUrl, region, token } = resolved;
	const allowedDomains = allowedDomainsOf(credential, { baseUrl, region });
	// n8n would take an empty list for none being asked for.
	if (allowedDomains === '') {
		throw new NodeOperationError(
			context.getNode(),
			"'Allowed Domains' of the Pylon credential is empty",
			{
				description:
					"Open the credential and add the host of 'Base URL' to 'Allowed Domains', or choose All under 'Allowed HTTP Request Domains'.",
			},
		);
	}
	const fingerprint = createHash('sha256').update(token).digest('base64').slice(0, 16);
	return {
		baseUrl,
		region,
		token,
		key: `${fingerprint} ${baseUrl}`,
		allowedDomains,
		credential,
	};
}
