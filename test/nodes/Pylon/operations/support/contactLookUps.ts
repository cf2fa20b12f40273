import type { IDataObject } from 'n8n-workflow';
import { addContacts } from '../../../../../sandbox/pylon';
import { withPylon } from '../../../../support/pylon';
import { upsertingContacts } from './contactUpserts';

export const pylon = withPylon({ checkReplies: true });

export const upsert = upsertingContacts(() => pylon.credentials);

/**
 * @param items of an output
 * @returns the input items that they are linked to, in order
 */
export const linked = (items: Array<{ pairedItem?: unknown }>) =>
	items.map(({ pairedItem }) => pairedItem);

/**
 * @param count how many items the output has
 * @returns the links that they have when each comes of its own input item
 */
export const inputItems = (count: number) => Array.from({ length: count }, (_, item) => ({ item }));

/**
 * Changes a contact of the simulated Pylon.
 * @param id of the contact, which has to exist
 * @param changes properties in the API's spelling, with their new values
 */
export const change = (id: string, changes: IDataObject) => {
	const { contacts } = pylon.sim.state;
	contacts.set(id, { ...contacts.get(id)!, ...changes });
};

/**
 * @returns how many requests have arrived, by the operation's ID in openapi.yaml
 */
export const counts = () => {
	const result: Record<string, number> = {};
	for (const { operationId = '' } of pylon.sim.requests)
		result[operationId] = (result[operationId] ?? 0) + 1;
	return result;
};

/**
 * Adds contacts, with external IDs like their number: `crm-0` and so on.
 * @param count how many
 * @returns for each its ID, and what it can be found by
 */
export function existing(count: number) {
	const ids = addContacts(pylon.sim.state, count);
	return ids.map((id, index) => {
		change(id, { external_ids: [{ external_id: `crm-${index}`, label: 'crm' }] });
		const { name, email } = pylon.sim.state.contacts.get(id)!;
		return { id, name, email, externalId: `crm-${index}` };
	});
}
