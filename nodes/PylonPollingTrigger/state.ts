import { createHash } from 'node:crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { isRecord } from '../shared/client/envelope';
import type { PylonClient } from '../shared/client/triggerClient';
import type { Settings } from './settings';

/** Of the shape of what is stored. */
const VERSION = 2;

/** Parameters that say which happenings count. A change of the others keeps what is remembered. */
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

/** What a memory belongs to: with another one it would mean something else. */
type Identity = {
	event: string;
	/** Of `SELECTING`. */
	selection: string;
	/** Names the credential's account, and changes with its token; says nothing about it. */
	key: string;
	/** Whose records they are. */
	organization: string;
};

type Stored = { version: number; identity: Identity; memory: IDataObject };

export interface Recalled {
	identity: Identity;
	/** Undefined when the trigger has to start from now. */
	memory?: IDataObject;
	/** Why it starts anew although something was remembered. */
	reason?: string;
}

/** As written, expressions not evaluated: their values may differ in every poll without anybody having changed anything. */
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
 * @returns what the trigger remembered at its last poll, if that still holds for its settings. A new token for the same
 * organization changes nothing.
 * @throws NodeApiError when Pylon has to be asked whose token it is, and gave no good answer
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
		return { identity, reason: 'the filter, or another setting of what counts, was changed' };
	if (before.organization !== organization)
		return { identity, reason: 'the credential belongs to another organization' };
	return { identity, memory: stored.memory };
}

/**
 * Hands n8n what to remember. n8n saves static data when something was put out and after the activation, else keeps it in
 * memory (n8n 2.41, `trigger-execution-context.factory.js`), and notices only what is assigned, not a change inside of it.
 */
export function remember(context: IPollFunctions, identity: Identity, memory: IDataObject): void {
	const stored: Stored = { version: VERSION, identity, memory };
	context.getWorkflowStaticData('node').polling = stored;
}
