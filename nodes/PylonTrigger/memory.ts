import type { ClaimedKeys } from './decide/duplicates';
import type { Owner } from './record/author';
import type { CachedAnswer } from './record/lookUp';
import type { WrittenWarning } from './warnOncePerMinute';

/**
 * What a trigger remembers from one call to the next. The node has one for all workflows of its n8n process, since n8n
 * makes one object of each node class; what has to outlive the process is in n8n's static data.
 */
export interface TriggerMemory {
	/** Deliveries that were taken, by trigger. */
	deliveries: Map<string, ClaimedKeys>;
	/** Whose token it is, by the key of the credential. */
	owners: Map<string, Owner>;
	/** What Pylon has answered about people, accounts, teams and custom fields, by what was asked. */
	lookUps: Map<string, CachedAnswer>;
	/** Warnings that were written into n8n's log, by trigger and reason. */
	warnings: Map<string, WrittenWarning>;
}

/** @returns the memory of a trigger that has received nothing yet */
export const emptyMemory = (): TriggerMemory => ({
	deliveries: new Map(),
	owners: new Map(),
	lookUps: new Map(),
	warnings: new Map(),
});
