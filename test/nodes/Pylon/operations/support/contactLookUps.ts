import type { IDataObject } from 'n8n-workflow';
import { addContacts } from '../../../../../sandbox/pylon';
import { withPylon } from '../../../../support/pylon';
import { upsertingContacts } from './contactUpserts';

export const pylon = withPylon({ checkReplies: true });

export const upsert = upsertingContacts(() => pylon.credentials);

/** @returns the input items that items are linked to */
export const linked = (items: Array<{ pairedItem?: unknown }>) =>
	items.map(({ pairedItem }) => pairedItem);

/** @returns the links that so many items have when each comes of its own input item */
export const inputItems = (count: number) => Array.from({ length: count }, (_, item) => ({ item }));

/** Changes a contact of the simulated Pylon. */
export const change = (id: string, changes: IDataObject) => {
	const { contacts } = pylon.sim.state;
	contacts.set(id, { ...contacts.get(id)!, ...changes });
};

/** How many requests of which operation have arrived. */
export const counts = () => {
	const result: Record<string, number> = {};
	for (const { operationId = '' } of pylon.sim.requests)
		result[operationId] = (result[operationId] ?? 0) + 1;
	return result;
};

/** Contacts that are there, with external IDs like their number. */
export function existing(count: number) {
	const ids = addContacts(pylon.sim.state, count);
	return ids.map((id, index) => {
		change(id, { external_ids: [{ external_id: `crm-${index}`, label: 'crm' }] });
		const { name, email } = pylon.sim.state.contacts.get(id)!;
		return { id, name, email, externalId: `crm-${index}` };
	});
}
