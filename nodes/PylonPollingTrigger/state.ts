import { createHash } from 'node:crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { isRecord } from '../shared/client/envelope';
import type { PylonClient } from '../shared/client/triggerClient';
import type { Settings } from './settings';

/** The version of the form in which the memory is stored. */
const VERSION = 2;

/** Parameters that say which occurrences count. Changing another parameter keeps what is remembered. */
const SELECTING = [
	'filterMode',
	'match',
	'conditions',
	'filterJson',
	'searchText',
	'options.includeInternalNotes',
	'options.customersOnly',
	'options.surveyTypes',
];

/** What a memory belongs to. With another identity, it would mean something else. */
type Identity = {
	event: string;
	/** Hash of the parameters in `SELECTING`. */
	selection: string;
	/** The client's key: changes with the credential's token, and does not give it away. */
	key: string;
	/** ID of the organization that the token belongs to. */
	organization: string;
};

type Stored = { version: number; identity: Identity; memory: IDataObject };

export interface Recalled {
	identity: Identity;
	/** Undefined when the trigger has to start from now. */
	memory?: IDataObject;
	/** Why the trigger starts anew although it remembered something. */
	reason?: string;
}

/**
 * Hashes the parameters as they are written, without evaluating expressions: their values may differ in every poll without
 * anybody having changed anything.
 */
function selectionOf(context: IPollFunctions): string {
	const given = SELECTING.map((name) =>
		context.getNodeParameter(name, '', { rawExpressions: true }),
	);
	return createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 32);
}

const storedIn = (data: IDataObject): Stored | undefined =>
	isRecord(data.polling) && data.polling.version === VERSION ? (data.polling as Stored) : undefined;

/** The organization of the credential's token (openapi.yaml, `Me`). */
async function organizationOf(client: PylonClient): Promise<string> {
	const { id } = await client.record({ template: '/me' });
	return typeof id === 'string' ? id : '';
}

/**
 * Reads what the trigger remembered at its last poll. A new token for the same organization changes nothing.
 * @param context the context of the poll
 * @param client the trigger's client
 * @param settings the user's settings, for the event
 * @returns the memory, if it still holds for the settings and the organization
 * @throws NodeApiError when Pylon has to be asked whose token it is, and gives no good answer
 */
export async function recall(
	context: IPollFunctions,
	client: PylonClient,
	{ event }: Settings,
): Promise<Recalled> {
	const stored = storedIn(context.getWorkflowStaticData('node'));
	const organization =
		stored?.identity.key === client.key
			? stored.identity.organization
			: await organizationOf(client);
	const identity: Identity = {
		event,
		selection: selectionOf(context),
		key: client.key,
		organization,
	};
	if (stored === undefined) return { identity };
	const before = stored.identity;
	if (before.event !== event)
		return { identity, reason: `'Trigger On' was changed from ${before.event} to ${event}` };
	if (before.selection !== identity.selection)
		return { identity, reason: 'the filter or another setting that selects events was changed' };
	if (before.organization !== organization)
		return { identity, reason: 'the credential belongs to another organization' };
	return { identity, memory: stored.memory };
}

/**
 * Gives n8n what to remember. n8n saves static data when a poll returns items and after the activation, and otherwise keeps
 * it in memory (n8n 2.41, `trigger-execution-context.factory.js`). It notices only an assignment, not a change inside of the
 * data.
 * @param context the context of the poll
 * @param identity what the memory belongs to, as `recall` returned it
 * @param memory what the event's `start` or `next` returned
 */
export function remember(context: IPollFunctions, identity: Identity, memory: IDataObject): void {
	const stored: Stored = { version: VERSION, identity, memory };
	context.getWorkflowStaticData('node').polling = stored;
}
